"""我的来件: what waits for me, my drafts, my proposals with the next step in words."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ....procedures.models import Clock
from ....procedures.seat import Seat
from ....web.access import needs, seat_of
from ...chain.lamps import Light, light_of
from ...flow import PROPOSAL
from ...models import CoSignature, Rating, Submission
from ...next_step import next_step
from .finding import WRITERS, rows

PAGE = 25
TONES = {
    "returned": "near",
    "replied": "act",
    "closed": "ok",
    "not_filed": "late",
    "submitted": "act",
    "reviewing": "act",
    "handling": "act",
}
TABS = [
    ("", "全部", None),
    ("going", "办理中", ("submitted", "reviewing", "filed", "merged", "handling", "replied")),
    ("done", "已办结", ("closed",)),
    (
        "other",
        "其他",
        ("not_filed", "to_report", "to_letter", "withdrawn", "divided"),
    ),
]
WRITING = ("draft", "returned", "approving")


def own(seat: Seat) -> Q:
    """Handed in by me, for my bodies, or entered by me; and what I signed jointly."""
    signed = CoSignature.objects.filter(
        person_id=seat.person_id,
        role__in=[CoSignature.Role.FIRST, CoSignature.Role.CO],
        state=CoSignature.State.SIGNED,
    ).values("submission_id")
    who = Q(author_id=seat.person_id) | Q(drafter_id=seat.person_id)
    who |= Q(entered_by_id=seat.person_id) | Q(pk__in=signed)
    if seat.heads:
        who |= Q(author_id__in=seat.heads)
    return who


# The limit that what is next to be done hangs on; the others of the case (an invitation's, a first
# talk's) are not what the proposer waits for.
AWAITED = {
    "submitted": "review",
    "reviewing": "review",
    "filed": "assign",
    "handling": "reply",
    "replied": "rating",
}


def lights(cases: Iterable[Submission], kind: str = "") -> dict[int, Light]:
    """The running clock each case's state waits for, the soonest of several; or that of ``kind``."""
    at_hand = {case.pk: case for case in cases}
    found: dict[int, Light] = {}
    if not at_hand:
        return found
    committee = next(iter(at_hand.values())).committee_id
    running = Clock.objects.filter(
        committee_id=committee,
        case_type="submission",
        case_id__in=at_hand,
        met_on=None,
        dropped_on=None,
    )
    for clock in running.order_by("due_on"):
        case = at_hand[clock.case_id]
        if clock.kind == (kind or AWAITED.get(case.state)):
            found.setdefault(clock.case_id, light_of(clock, case.rules))
    return found


def to_rate(seat: Seat) -> QuerySet[Submission]:
    """Answered, and the seat is one of those who rate (flow.people.proposer) and has not yet."""
    signed = CoSignature.objects.filter(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        role__in=[CoSignature.Role.FIRST, CoSignature.Role.CO],
        state=CoSignature.State.SIGNED,
    )
    who = Q(pk__in=signed.values("submission_id"))
    who |= Q(pk__in=signed.values("submission__group__lead_id"))
    body = Q(drafter_id=seat.person_id) | Q(approver_id=seat.person_id)
    who |= body & ~Q(nature__in=["individual", "joint"])
    rated = Rating.objects.filter(
        submission=OuterRef("pk"), round=OuterRef("round"), person_id=seat.person_id
    )
    return rows(seat).filter(who, ~Exists(rated), state="replied")


def waiting(seat: Seat, mine: list[Submission]) -> dict[str, list[Any]]:
    """Asked to sign; asked to rate; asked to approve; given back to mend."""
    asked = rows(seat).filter(
        signatures__person_id=seat.person_id,
        signatures__role=CoSignature.Role.CO,
        signatures__state=CoSignature.State.INVITED,
        state__in=PROPOSAL["sign"].source,
    )
    return {
        "sign": list(asked.order_by("id")[:PAGE]),
        "rate": list(to_rate(seat).order_by("replied_at")[:PAGE]),
        "approve": [
            c for c in mine if c.state == "approving" and PROPOSAL["approve"].who(seat, c) is None
        ],
        "mend": [c for c in mine if c.state == "returned" and writes(seat, c)],
        "drafts": [c for c in mine if c.state == "draft" and writes(seat, c)],
        "sealing": [
            c
            for c in mine
            if c.state == "approving" and PROPOSAL["approve"].who(seat, c) is not None
        ],
    }


def writes(seat: Seat, case: Submission) -> bool:
    return PROPOSAL["edit"].who(seat, case) is None


@require_safe
@needs(*WRITERS)
def mine(request: HttpRequest) -> HttpResponse:
    """The page; lists are URLs, twenty-five a page."""
    seat = seat_of(request)
    unsent = list(rows(seat).filter(own(seat), state__in=WRITING).order_by("-saved_at")[:100])
    waits = waiting(seat, unsent)
    tab = request.GET.get("tab", "")
    states = next((states for key, _, states in TABS if key == tab), None)
    sent = rows(seat).filter(own(seat)).exclude(state__in=(*WRITING, "discarded"))
    if states:
        sent = sent.filter(state__in=states)
    page = Paginator(sent.order_by("-id"), PAGE).get_page(request.GET.get("page"))
    listed = list(page)
    at_hand, to_sign = lights([*listed, *waits["rate"]]), lights(waits["sign"], "cosign")
    unrated = {case.pk for case in waits["rate"]}
    for name, group in waits.items():
        for case in group:
            case.light = (to_sign if name == "sign" else at_hand).get(case.pk)
    late = sum(bool(c.light and c.light.late) for g in waits.values() for c in g)
    return render(
        request,
        "submissions/writing/mine.html",
        {
            "seat": seat,
            "waits": waits,
            "waiting": sum(len(waits[key]) for key in ("sign", "rate", "approve", "mend")),
            "late": late,
            "page_obj": page,
            "cases": [
                {
                    "case": case,
                    "chip": PROPOSAL.label_of(case.state),
                    "tone": TONES.get(case.state, ""),
                    "next": next_step(case, at_hand.get(case.pk), case.pk not in unrated),
                    "light": at_hand.get(case.pk),
                    "rate": case.pk in unrated,
                }
                for case in listed
            ],
            "tabs": [
                {"label": label, "url": f"?tab={key}" if key else "?", "current": tab == key}
                for key, label, _ in TABS
            ],
            "tab": tab,
        },
    )
