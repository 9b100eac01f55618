"""A handling unit's day: sign, answer, countersign, keep promises."""

from collections.abc import Iterator

from django.db.models import Case, F, Value, When
from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...submissions.chain.lamps import light_of_day
from ...submissions.models import Assignment, Countersign, Reply
from ...tasks.models import Task
from .cards import Card, clocks_of, light, link, name

MOST = 40


def first_if(**holds: object) -> Case:
    """What is not signed for comes first, so that no limit hides it behind older work."""
    return Case(When(**holds, then=Value(0)), default=Value(1))


def duties(seat: Seat) -> Iterator[Card]:
    """Live duties of my units; the nearest limit of each."""
    rows = list(
        Assignment.objects.filter(
            committee_id=seat.committee_id,
            unit_id__in=seat.units,
            state__in=["issued", "accepted"],
        )
        .select_related("submission")
        .order_by(first_if(state="issued"), "assigned_at", "pk")[:MOST]
    )
    clocks = clocks_of(rows, "assignment", "sign", "reply", "co_opinion", "first_contact")
    drafts = {
        r.assignment_id: r
        for r in Reply.objects.filter(
            committee_id=seat.committee_id, assignment__in=[a.pk for a in rows]
        ).exclude(state="sent")
    }
    for row in rows:
        case, reply = row.submission, drafts.get(row.pk)
        lamp = light(clocks.get(row.pk))
        role = row.get_role_display()
        if row.state == "issued":
            came = timezone.localdate(row.assigned_at) == today() if row.assigned_at else False
            yield Card(
                name(case), "看、签收", link("proposal", case.pk), role, "待签收", lamp, new=came
            )
        elif reply is None:
            verb = "写答复" if row.answers_itself else "写会办意见"
            yield Card(name(case), verb, link("proposal", case.pk), role, "待答复", lamp)
        elif reply.state == "draft":
            kind = "退回重拟" if reply.rejected_because else "答复草稿"
            yield Card(name(case), "接着写", link("reply", reply.pk), role, kind, lamp)


def countersigns(seat: Seat) -> Iterator[Card]:
    rows = Countersign.objects.filter(
        committee_id=seat.committee_id,
        unit_id__in=seat.units,
        state="open",
        reply__state="countersigning",
    ).select_related("reply__submission", "reply__assignment__unit")[:20]
    for row in rows:
        unit = str(row.reply.assignment.unit)
        case = row.reply.submission
        yield Card(name(case), "看、会签", link("reply", row.reply_id), f"{unit}的答复", "等会签")


def promises(seat: Seat) -> Iterator[Card]:
    """Promises and assigned duties by their date; the far ones wait in the ledger."""
    rows = Task.objects.filter(
        committee_id=seat.committee_id, owner_id__in=seat.units, state__in=["offered", "doing"]
    ).order_by(first_if(state="offered"), F("due_on").asc(nulls_last=True), "pk")[:MOST]
    for task in rows:
        lamp = light_of_day(task.due_on, seat.committee_id)
        url = link("task", task.pk)
        if task.state == "offered":
            came = task.started_on == today()
            yield Card(task.title, "签收或申请改派", url, task.basis, "待签收", lamp, new=came)
        elif lamp.light != "green":
            yield Card(task.title, "报进展", url, "", task.get_kind_display(), lamp)


def cards(seat: Seat) -> Iterator[Card]:
    yield from duties(seat)
    yield from countersigns(seat)
    yield from promises(seat)
