"""The unit's desk: which duties a seat's units have, in a fixed number of questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from ...notices.models import Notice
from ...procedures.models import Clock
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..flow.answers import unanswered
from ..models import Assignment, Contact, Countersign, Extension, Reply, ReturnRequest
from . import lights
from .lights import Light
from .steps import Step, step_of

OPEN = ("issued", "accepted", "contested")
# Which rows a tab shows. The head's three answers are tabs too, so that each number opens its list.
SHOWS = {
    "todo": "要办的",
    "sign": "待签收",
    "changed": "有变化",
    "near": "临期",
    "late": "逾期",
    "contested": "申退中",
    "done": "已办复",
    "all": "全部",
}


def duties(seat: Seat) -> QuerySet[Assignment]:
    """Everything assigned to the seat's units that still is theirs, with what the desk asks of it."""
    clocks = Clock.objects.filter(
        lights.running(),
        committee_id=seat.committee_id,
        about_type="assignment",
        about_id=OuterRef("pk"),
        kind__in=lights.WORK,
    )
    asked = Countersign.objects.filter(
        unit_id=OuterRef("unit_id"),
        state="open",
        reply__submission_id=OuterRef("submission_id"),
        reply__state="countersigning",
    )
    unread = Notice.objects.filter(
        to_id=seat.person_id,
        read_at__isnull=True,
        case_type="submission",
        case_id=OuterRef("submission_id"),
    )
    return Assignment.objects.filter(
        committee_id=seat.committee_id, unit_id__in=seat.units
    ).annotate(
        late=Exists(clocks.filter(lights.late())),
        near=Exists(clocks.filter(lights.near(seat.committee_id))),
        changed=Exists(unread),
        countersign=Subquery(asked.values("reply_id")[:1]),
        due=Subquery(clocks.order_by("due_on").values("due_on")[:1]),
    )


def wanted(show: str) -> Q:
    """The rows of one tab."""
    live = Q(state__in=OPEN)
    to_act = live & ~Q(state="contested") | Q(countersign__isnull=False)
    return {
        "todo": to_act,
        "sign": Q(state="issued"),
        "changed": Q(changed=True) & ~Q(state__in=["returned", "dropped"]),
        "near": live & Q(near=True),
        "late": live & Q(late=True),
        "contested": Q(state="contested"),
        "done": Q(state="done"),
        "all": Q(),
    }[show]


def counts(rows: QuerySet[Assignment]) -> dict[str, int]:
    """How many rows each tab has: one question."""
    # Named apart from the annotations, which a filter would else read as the count itself.
    found = rows.aggregate(**{f"n_{show}": Count("pk", filter=wanted(show)) for show in SHOWS})
    return {show: found[f"n_{show}"] for show in SHOWS}


@dataclass(frozen=True)
class Row:
    """One line of the desk."""

    duty: Any
    step: Step
    lights: list[Light]
    answered: str
    left: list[int]
    extension: bool
    partners: str


def page_rows(seat: Seat, page: Any) -> list[Row]:
    """The lines of one page: rows, replies with answers, asks, partners, clocks."""
    window = Clock.objects.filter(
        lights.running(),
        about_type="assignment",
        about_id=OuterRef("pk"),
        kind="return",
        due_on__gte=today(),
    )
    refused = ReturnRequest.objects.filter(assignment=OuterRef("pk"), state="refused")
    duties_ = list(
        page.select_related("submission__rulebook", "unit")
        .annotate(
            asks_extension=Exists(
                Extension.objects.filter(assignment=OuterRef("pk"), state="open")
            ),
            talked=Exists(Contact.objects.filter(assignment=OuterRef("pk"))),
            may_return=Exists(window) & ~Exists(refused),
        )
        .prefetch_related(
            "submission__recommendations",
            Prefetch("submission__assignments", queryset=Assignment.objects.select_related("unit")),
        )
    )
    replies = replies_of(duties_)
    clocks = lights.clocks_of("assignment", [d.pk for d in duties_], seat.committee_id)
    return [
        line(duty, replies.get(duty.pk), [c for c in clocks[duty.pk] if c.kind in lights.WORK])
        for duty in duties_
    ]


def replies_of(duties_: Sequence[Assignment]) -> dict[int, Reply]:
    """The reply of each duty's present round, its answers, countersigns and contacts at hand."""
    by_pk = {duty.pk: duty for duty in duties_}
    waiting = Countersign.objects.filter(reply=OuterRef("pk"), state="open")
    found = (
        Reply.objects.filter(assignment_id__in=by_pk)
        .annotate(
            waiting=Coalesce(
                Subquery(waiting.order_by().values("reply").annotate(n=Count("pk")).values("n")), 0
            )
        )
        .prefetch_related("answers")
    )
    out: dict[int, Reply] = {}
    for reply in found:
        duty = by_pk[reply.assignment_id]
        if reply.round == duty.round:
            reply.assignment, reply.submission = duty, duty.submission
            out[duty.pk] = reply
    return out


def line(duty: Any, reply: Reply | None, clocks: list[Clock]) -> Row:
    """One duty as the desk shows it."""
    asks = [r for r in duty.submission.recommendations.all() if r.removed_at is None]
    if duty.round > 1:
        asks = [r for r in asks if r.state == "redo"]
    left = unanswered(reply) if reply and reply.state == "draft" else []
    partners = "、".join(
        f"{a.unit}（{a.get_role_display()}）"
        for a in duty.submission.assignments.all()
        if a.pk != duty.pk and a.state not in ("returned", "dropped")
    )
    answers = list(reply.answers.all()) if reply else []
    written = sum(bool(a.text.strip()) for a in answers)
    # A delivered second round leaves no ask "redo": what it had to answer are its own answers.
    asked = len(answers) if answers and duty.round > 1 else len(asks)
    return Row(
        duty=duty,
        step=step_of(duty, reply, duty.countersign),
        lights=[lights.light_of(c) for c in clocks],
        answered=f"{written}／{asked}",
        left=left,
        extension=duty.asks_extension,
        partners=partners,
    )
