"""线上商量: rounds, statements with their shares, and consensus by edition. Nobody's answer is in any."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Count
from django.http import HttpRequest

from ...consensus import queries
from ...consensus.flow import ROUND_STATES
from ...consensus.models import Participant, Statement, Vote
from ...consensus.reasons import REASONS
from ...procedures.seat import Seat
from ...topics.models import Edition
from ...topics.queries import INSIDE, accords
from ..exporting import Column, Exporter, register
from .years import number

KINDS = {
    "core": "都同意或都不同意",
    "near": "接近一致",
    "different": "有分歧",
    "minority": "少数意见",
    "open": "还说不准",
}


def round_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a round: how many came, what was found once it is published. ``?state=``."""
    rows = queries.visible(seat).select_related("by", "outcome")
    if (state := request.GET.get("state", "")) in ROUND_STATES:
        rows = rows.filter(state=state)
    own = {"committee_id": seat.committee_id}
    people, votes, shown = (
        dict(found.order_by().values_list("round").annotate(n=Count("pk")))
        for found in (
            Participant.objects.filter(**own),
            Vote.objects.filter(**own),
            Statement.objects.filter(**own, state="shown"),
        )
    )
    for row in rows:
        answer = row.outcome.answer if hasattr(row, "outcome") else {}
        kinds = [r["kind"] for r in answer.get("rows", [])]
        yield (
            row.code,
            row.title,
            ROUND_STATES[row.state],
            row.get_entry_display(),
            row.by.name,
            row.opens_on,
            row.closes_on,
            people.get(row.pk, 0),
            votes.get(row.pk, 0),
            shown.get(row.pk, 0),
            len(answer.get("groups", [])) if answer else None,
            *(
                kinds.count(k) if answer else None
                for k in ("core", "near", "different", "minority")
            ),
        )


def statement_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a statement of published rounds (``?round=``), those refused with their reason."""
    rounds = queries.visible(seat).filter(state="published").select_related("outcome")
    if pk := number(request, "round"):
        rounds = rounds.filter(pk=pk)
    for row in rounds.prefetch_related("statements", "followed"):
        found = {r["statement"]: r for r in row.outcome.answer["rows"]}
        for s in row.statements.all():
            got = found.get(s.number)
            if got is None or s.state == "refused":
                yield (
                    row.title,
                    s.number,
                    "",
                    "没有采用",
                    *[None] * 6,
                    REASONS.get(s.reason, ""),
                    "",
                )
                continue
            after = [f.text for f in row.followed.all() if f.statement_id == s.pk]
            yield (
                row.title,
                s.number,
                s.text,
                KINDS.get(got["kind"], ""),
                got["agree"],
                got["disagree"],
                got["passed"],
                round(100 * got["share"], 1),
                round(100 * got["low"], 1),
                round(100 * got["high"], 1),
                "",
                "；".join(after),
            )


def accord_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line an edition of a consensus (S-106)."""
    rows = Edition.objects.filter(
        committee_id=seat.committee_id, accord__in=accords(seat).values("pk")
    ).select_related("accord", "consultation")
    for row in rows.order_by("-accord_id", "number"):
        yield (
            row.accord.title,
            row.accord.get_field_display(),
            row.number,
            row.on,
            row.text,
            row.parties,
            row.get_degree_display(),
            row.remaining,
            str(row.consultation or ""),
        )


register(
    Exporter(
        "rounds",
        "线上商量场次",
        [
            Column("场次码"), Column("题目", 40), Column("状态"), Column("谁能参加", 24),
            Column("谁开的"), Column("起"), Column("止"), Column("人数", 8), Column("表态", 8),
            Column("说法", 8), Column("分几拨", 8), Column("都同意", 8), Column("接近一致", 10),
            Column("分歧", 8), Column("少数意见", 10),
        ],
        round_rows,
        INSIDE,
    )
)  # fmt: skip
register(
    Exporter(
        "statements",
        "线上商量说法与结果",
        [
            Column("题目", 36), Column("号", 6), Column("说法", 50), Column("属于"),
            Column("同意", 8), Column("不同意", 8), Column("说不准", 8), Column("同意比例 %", 12),
            Column("下限 %", 8), Column("上限 %", 8), Column("不采用的理由", 24), Column("后来怎样", 40),
        ],
        statement_rows,
        INSIDE,
    )
)  # fmt: skip
register(
    Exporter(
        "accords",
        "共识记录",
        [
            Column("事项", 36), Column("方面"), Column("版", 6), Column("日期"), Column("共识", 50),
            Column("哪些方面", 30), Column("程度", 20), Column("还有什么不同", 40), Column("出自", 30),
        ],
        accord_rows,
        INSIDE,
    )
)  # fmt: skip
