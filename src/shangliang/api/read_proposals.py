"""Reading proposals and commitments: the rows and the words of the pages, for the same seat."""

import hashlib
from typing import Annotated, Any

from django.http import Http404, HttpRequest, QueryDict
from ninja import Query, Router, Schema
from pydantic import Field

from ..journal.kept import kept
from ..journal.telling import tell
from ..procedures.table import Table
from ..procedures.verdicts import offers
from ..submissions.chain.asks import ask_rows
from ..submissions.chain.facts import Facts, gather
from ..submissions.chain.ratings import rating_card
from ..submissions.chain.story import extra, namer, readable, title_of
from ..submissions.flow import ASSIGNMENT, PROPOSAL, REPLY
from ..submissions.models import Answer, Submission
from ..submissions.register import filtered
from ..tasks.flow import TASK
from ..tasks.models import Progress, Task
from ..tasks.queries import visible as visible_tasks
from . import shapes
from .auth import seat_of
from .errors import ERRORS
from .kinds import Id, Text

router = Router(tags=["提案"])
tasks_router = Router(tags=["承诺事项"])
Word = Annotated[Text, Field(max_length=60)]
PageNumber = Annotated[int, Field(ge=1, le=100_000)]
Size = Annotated[int, Field(ge=1, le=100)]


class Filter(Schema):
    """The register's own filter (提案总表)."""

    q: Annotated[Word, Field(description="案由或案号")] = ""
    session: Annotated[int | None, Field(ge=1, le=999_999_999, description="届次编号")] = None
    state: Annotated[Word, Field(description="状态")] = ""
    class_code: Annotated[Word, Field(description="类别代码")] = ""
    window: Annotated[Word, Field(description="plenary 或 ordinary")] = ""
    nature: Annotated[Word, Field(description="性质")] = ""
    unit: Annotated[Word, Field(description="承办单位的任一名称")] = ""
    proposer: Annotated[Word, Field(description="提案人姓名")] = ""
    grade: Annotated[Word, Field(description="办理类别")] = ""
    satisfaction: Annotated[Word, Field(description="评价；只有机关能用")] = ""
    key: Annotated[bool, Field(description="只看重点提案")] = False
    overdue: Annotated[bool, Field(description="只看逾期的")] = False
    sort: Annotated[Word, Field(description="received、number，前加 - 倒序")] = ""

    def query(self) -> QueryDict:
        """As the register's URL would say it."""
        out = QueryDict(mutable=True)
        for name, value in self.dict().items():
            if value not in (None, "", False):
                out[name] = "1" if value is True else str(value)
        return out


def paging(page: int, size: int, count: int) -> dict[str, int]:
    return {"page": page, "size": size, "count": count}


def offered(table: Table, seat: Any, case: Any) -> list[dict[str, Any]]:
    """Verbs of this seat on a row."""
    return [
        {"verb": o.move.verb, "label": o.move.label, "ok": o.verdict.ok, "reason": o.verdict.reason}
        for o in offers(table, seat, case)
    ]


def line(p: Submission) -> dict[str, Any]:
    """A proposal as a list shows it."""
    plain = (
        "id session_id serial number number_label title nature window class_code state asks_count "
        "round grade key excellent submitted_at filed_at assigned_at replied_at closed_at"
    )
    return {name: getattr(p, name) for name in plain.split()} | {
        "proposers": p.proposer_names,
        "state_label": PROPOSAL.label_of(p.state),
        "lead_units": p.lead_names,
    }


@router.get(
    "",
    response={200: shapes.ProposalPage, **ERRORS},
    operation_id="list_proposals",
    summary="提案总表",
)
def list_proposals(
    request: HttpRequest, filters: Query[Filter], page: PageNumber = 1, size: Size = 25
) -> dict[str, Any]:
    """Proposals this seat may see, narrowed as the register narrows them."""
    rows = filtered(seat_of(request), filters.query()).defer("situation", "analysis")
    first = (page - 1) * size
    mark = hashlib.sha256(filters.query().urlencode().encode()).hexdigest()[:16]
    seat = seat_of(request)
    count = kept(seat.committee_id, f"api:{seat.person_id}:{mark}", lambda: rows.order_by().count())
    return paging(page, size, count) | {"items": [line(p) for p in rows[first : first + size]]}


@router.get(
    "/{id}",
    response={200: shapes.ProposalDetail, **ERRORS},
    operation_id="get_proposal",
    summary="一件提案",
)
def get_proposal(request: HttpRequest, id: Id) -> dict[str, Any]:  # noqa: A002
    """Asks, units, replies, clocks, timeline and open verbs, as far as this seat may know them."""
    seat = seat_of(request)
    facts = gather(seat, id)
    case = facts.case
    return line(case) | {
        "situation": case.situation,
        "analysis": case.analysis,
        "consent_public": case.consent_public,
        "confidential": case.confidential,
        "asks": asks(facts),
        "signatures": [
            {"id": s.person_id, "name": s.person.name}
            for s in facts.signatures
            if s.state == "signed"
        ],
        "duties": [duty(facts, a) for a in facts.assignments],
        "replies": [reply(facts, r) for r in facts.replies],
        "clocks": [clock(c) for c in facts.clocks],
        "timeline": timeline(facts),
        "ratings": ratings(facts),
        "offers": offered(PROPOSAL, seat, case),
    }


def asks(facts: Facts) -> list[dict[str, Any]]:
    return [
        {
            "id": row["pk"],
            "order": row["n"],
            "text": row["title"],
            "addressee": row["unit"],
            "answer": row["answer"],
            "grade": row["grade"],
            "due": row["due"],
            "standing": row["word"],
            "effect": row["effect"],
        }
        for row in ask_rows(facts)
    ]


def duty(facts: Facts, row: Any) -> dict[str, Any]:
    return {
        "id": row.pk,
        "unit": {"id": row.unit_id, "name": str(row.unit)},
        "role": row.role,
        "state": row.state,
        "state_label": ASSIGNMENT.label_of(row.state),
        "round": row.round,
        "assigned_at": row.assigned_at,
        "signed_at": row.signed_at,
        "done_at": row.done_at,
        "offers": offered(ASSIGNMENT, facts.seat, row),
    }


def reply(facts: Facts, row: Any) -> dict[str, Any]:
    given: list[Answer] = [a for a in facts.answers if a.reply_id == row.pk]
    row.submission = facts.case
    return {
        "id": row.pk,
        "unit": {"id": row.assignment.unit_id, "name": str(row.assignment.unit)},
        "kind": row.kind,
        "round": row.round,
        "state": row.state,
        "doc_number": row.doc_number,
        "opening": row.opening,
        "closing": row.closing,
        "grade": row.grade,
        "sent_on": row.sent_on,
        "answers": [
            {
                "ask": a.recommendation_id,
                "text": a.text,
                "grade": a.grade,
                "promise": a.promise,
                "promise_due": a.promise_due,
            }
            for a in given
        ],
        "offers": offered(REPLY, facts.seat, row),
    }


def clock(row: Any) -> dict[str, Any]:
    plain = "id kind label round started_on due_on provisional met_on dropped_on"
    return {name: getattr(row, name) for name in plain.split()} | {
        "unit": str(row.unit) if row.unit_id else "",
        "paused": row.paused_on is not None,
    }


def timeline(facts: Facts) -> list[dict[str, Any]]:
    """The sentences of the chain page, with its names as far as they may be known."""
    return [
        {
            "at": item.at,
            "phase": item.phase,
            "title": title_of(item, facts),
            "text": extra(item, facts),
            "who": item.who,
        }
        for item in tell(readable(facts), facts.names, namer(facts))
    ]


def ratings(facts: Facts) -> dict[str, Any] | None:
    """Through the chain page's own shield."""
    card = rating_card(facts)
    if card is None:
        return None
    return {
        "said": card.shield,
        "counts": dict(card.counts),
        "redo": card.redo,
        "own": [
            {"round": r.round, "attitude": r.attitude, "result": r.result, "text": r.text}
            for r in card.own
        ],
    }


def task_line(row: Task) -> dict[str, Any]:
    """A commitment as a list shows it."""
    plain = "id title person_name basis state started_on first_due_on due_on done_on verified_on"
    return {name: getattr(row, name) for name in plain.split()} | {
        "owner": {"id": row.owner_id, "name": str(row.owner)},
        "case_id": row.case_id,
        "state_label": TASK.label_of(row.state),
    }


@tasks_router.get(
    "",
    response={200: shapes.TaskPage, **ERRORS},
    operation_id="list_commitments",
    summary="承诺事项台账",
)
def list_commitments(
    request: HttpRequest,
    state: Word = "",
    unit: Annotated[int | None, Field(ge=1, le=999_999_999)] = None,
    page: PageNumber = 1,
    size: Size = 25,
) -> dict[str, Any]:
    """Commitments by their date."""
    rows = visible_tasks(seat_of(request)).order_by("due_on", "id")
    if state in TASK.states:
        rows = rows.filter(state=state)
    if unit:
        rows = rows.filter(owner_id=unit)
    first = (page - 1) * size
    return paging(page, size, rows.order_by().count()) | {
        "items": [task_line(t) for t in rows[first : first + size]]
    }


@tasks_router.get(
    "/{id}",
    response={200: shapes.TaskDetail, **ERRORS},
    operation_id="get_commitment",
    summary="一项承诺",
)
def get_commitment(request: HttpRequest, id: Id) -> dict[str, Any]:  # noqa: A002
    """A commitment with its log."""
    seat = seat_of(request)
    row = visible_tasks(seat).filter(pk=id).first()
    if row is None:
        raise Http404
    log = Progress.objects.filter(committee_id=seat.committee_id, task=row)
    return task_line(row) | {
        "log": [{"on": p.on, "kind": p.kind, "percent": p.percent, "text": p.text} for p in log],
        "offers": offered(TASK, seat, row),
    }
