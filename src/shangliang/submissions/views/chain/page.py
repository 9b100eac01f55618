"""链页 ``/proposals/<pk>/``: one proposal from the first voice to the effect, for every role."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ....web.access import needs, seat_of
from ....web.tagkit.dates import md
from ...chain import verbs
from ...chain.asks import ask_rows, summary
from ...chain.beside import beside
from ...chain.facts import Facts, gather
from ...chain.lamps import clock_rows
from ...chain.ratings import rating_card
from ...chain.ribbon import ribbon
from ...chain.story import story
from ...chain.waiting import ENDED, waiting_for
from ...flow import ASSIGNMENT, PROPOSAL
from ...models import Submission
from ...remarks import last_remark

TONE = {
    "draft": "", "approving": "act", "submitted": "act", "reviewing": "act", "returned": "near",
    "filed": "act", "handling": "act", "replied": "near", "closed": "ok", "not_filed": "late",
}  # fmt: skip


def state_words(case: Submission) -> str:
    """第 2 轮办理中, 已立案待交办 ..."""
    if case.state == "handling" and case.round > 1:
        return f"第 {case.round} 轮办理中"
    return PROPOSAL.label_of(case.state)


def meta(case: Submission) -> str:
    """林委员等 3 人联名 · 社会建设 · 1-20 立案."""
    kind = case.rules.class_of(case.class_code)
    parts = [
        f"{case.proposer_names}　{case.get_nature_display()}",
        kind.name if kind else "",
        case.get_window_display() if case.window else "",
        f"{md(case.filed_at)} 立案" if case.filed_at else "",
    ]
    return " · ".join(p for p in parts if p)


def unit_rows(facts: Facts) -> list[dict[str, Any]]:
    """Units with their roles; those that left stand last, with why."""
    rows = []
    for row in sorted(facts.assignments, key=lambda a: a.state in ("returned", "dropped")):
        gone = row.state in ("returned", "dropped")
        notes = [ASSIGNMENT.label_of(row.state)]
        if row.signed_at and not gone:
            notes.append(f"{md(row.signed_at)} 签收")
        if row.done_at:
            notes.append(f"{md(row.done_at)} 办复")
        if row.section:
            notes.append(row.section)
        rows.append(
            {
                "name": str(row.unit),
                "role": row.get_role_display(),
                "lead": row.answers_itself,
                "gone": gone,
                "note": " · ".join(notes),
                "contact": row.contact.name if row.contact and facts.office else "",
            }
        )
    return rows


def papers(facts: Facts) -> list[dict[str, str]]:
    """Which prints exist for this case and this seat."""
    from ...papers import kinds

    return kinds.offered(facts)


@needs()
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The chain page. Behind the wall, or not for this seat: 404."""
    whole = request.GET.get("all") == "1"
    facts = gather(seat_of(request), pk, whole)
    case = facts.case
    waiting = waiting_for(facts)
    shown, rest = verbs.buttons(facts, case_url(case))
    rows = ask_rows(facts)
    request.loop_step = "办理" if case.filed_at else "建言"  # type: ignore[attr-defined]
    listing = getattr(case, "key_listing", None)
    return render(
        request,
        "submissions/chain/page.html",
        {
            "case": case,
            "facts": facts,
            "state": state_words(case),
            "tone": TONE.get(case.state, ""),
            "meta": meta(case),
            "waiting": waiting,
            "verbs": shown,
            "more_verbs": rest,
            "steps": ribbon(facts, waiting),
            "asks": rows,
            "has_tasks": any(row["task_id"] for row in rows),
            "asks_note": summary(facts, rows),
            "events": story(facts, waiting, whole),
            "whole": whole,
            "units": unit_rows(facts),
            "clocks": clock_rows(facts.clocks, case.rules),
            "ratings": rating_card(facts),
            "listing": listing,
            "papers": papers(facts),
            "publication": getattr(case, "publication", None),
            "reason": case.rules.reason(case.reason_code) if case.reason_code else None,
            "said": last_remark(case, *SAID[case.state]) if case.state in SAID else None,
            "ended": case.state in ENDED,
            "cosigners": [s for s in facts.signatures if s.role != "first"],
            "may_effect": may_record(facts),
            "beside": beside(seat_of(request), case),
        },
    )


# The words that went with an outcome; only its proposers and the office see a case in these states.
SAID = {
    "returned": ("send_back",),
    "not_filed": ("refuse_filing",),
    "to_report": ("turn_to_report",),
    "to_letter": ("turn_to_letter",),
}


def case_url(case: Submission) -> str:
    return f"/proposals/{case.pk}/"


def may_record(facts: Facts) -> bool:
    """The office and the units at work record effects, once there is an answer."""
    return bool(facts.case.replied_at) and (facts.office or bool(facts.mine))
