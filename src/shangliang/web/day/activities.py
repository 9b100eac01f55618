"""Activities on one's day: an answer asked, a sign-in today, leave to grant, things to close."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from ...activities.causes import missed
from ...activities.models import Activity, Attendance, Chore, Finding
from ...activities.queries import manages
from ...activities.roster import when
from ...activities.signing import EARLY
from ...deeds.models import Contest, Deed
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from .cards import Card, link

SHOWN = 10
# So long after closing one is asked why one could not come.
ASK_CAUSE = timedelta(days=14)
STAFF = (Role.ORGANISER,)
INVITED = (Role.MEMBER, Role.ORGANISER, Role.LEADER)


def waiting(seat: Seat) -> list[Attendance]:
    """What waits for my answer or goes on now, and requests for leave I may have to grant: one question."""
    wanted = Q(pk__in=[])
    if seat.has(*INVITED):
        near = Q(state="invited") | Q(activity__starts_at__lte=timezone.now() + EARLY)
        wanted |= (
            Q(person_id=seat.person_id, activity__closed_at__gt=timezone.now() - ASK_CAUSE)
            & missed()
        )
        wanted |= (
            Q(person_id=seat.person_id, activity__state="open")
            & Q(activity__ends_at__gt=timezone.now())
            & near
            & ~Q(state__in=["not_going", "on_leave"])
        )
    if seat.has(*STAFF, Role.LEADER):
        wanted |= Q(state="leave_asked") & ~Q(person_id=seat.person_id)
    return list(
        Attendance.objects.filter(wanted, committee_id=seat.committee_id)
        .select_related("activity", "person")
        .order_by("activity__starts_at")[:60]
    )


def invitation(row: Attendance) -> Card:
    """An answer asked, a sign-in today, or why one could not come."""
    act = row.activity
    if act.state == "closed":
        return Card(
            act.title, "点一下原因", link("activity", act.pk),
            f"{when(act)}没能来，是因为什么？只计数，不记是谁。", "没能来",
        )  # fmt: skip
    place = f"，{act.place}" if act.place else ""
    soon = act.starts_at - EARLY <= timezone.now()
    return Card(
        act.title,
        "签到" if soon else "答复",
        link("activity-in" if soon else "activity", act.pk),
        f"{when(act)}{place}",
        f"{act.kind_label}，今天" if soon else act.kind_label,
        second=("看内容", link("activity", act.pk)) if soon else None,
        now=soon,
    )


def leave(seat: Seat, row: Attendance) -> Iterator[Card]:
    """A request this seat may grant. The reason stays on its own page."""
    mine = any(seat.has(Role(key)) for key in row.activity.rule.leave_by)
    if mine and (seat.has(Role.LEADER) or manages(seat, row.activity)):
        yield Card(
            f"{row.person.name}请假",
            "看事由、批",
            link("activity-leaves", row.activity_id),
            f"{row.activity.title}，{when(row.activity)}",
            "请假",
        )


def to_close(seat: Seat) -> Iterator[Card]:
    """Ended and not closed; and what was to be ready and is not."""
    now = timezone.now()
    rows = Activity.objects.filter(committee_id=seat.committee_id, state="open", ends_at__lt=now)
    for row in rows.order_by("ends_at")[:SHOWN]:
        if manages(seat, row):
            yield Card(
                row.title, "核对出席、办结", link("activity", row.pk), when(row), "活动已结束"
            )
    chores = (
        Chore.objects.filter(
            committee_id=seat.committee_id,
            done_at__isnull=True,
            due_on__lte=today() + timedelta(days=1),
            activity__state__in=["draft", "open"],
            activity__ends_at__gt=now,
        )
        .select_related("activity")
        .order_by("due_on")[:SHOWN]
    )
    for chore in chores:
        if manages(seat, chore.activity):
            yield Card(
                f"{chore.activity.title}：{chore.text}",
                "去看筹备",
                link("activity", chore.activity_id),
                f"{chore.due_on:%-m-%-d} 前要备齐，还没有办好",
                "筹备",
            )


def named(seat: Seat) -> Iterator[Card]:
    """Findings that wait for my unit."""
    rows = Finding.objects.filter(
        committee_id=seat.committee_id, unit_id__in=seat.units, state="open"
    )
    for row in rows.order_by("id")[:SHOWN]:
        yield Card(row.text[:60], "看发现、答复", link("finding", row.pk), row.place, "视察发现")


def record(seat: Seat) -> Iterator[Card]:
    """Contests to answer and deeds to look at: one card each for many."""
    contests = Contest.objects.filter(committee_id=seat.committee_id, state="open").count()
    if contests:
        yield Card(
            f"{contests} 件履职异议待答复", "去答复", link("deeds-desk"), "", "异议", count=contests
        )
    deeds = Deed.objects.filter(committee_id=seat.committee_id, state="reported").count()
    if deeds:
        yield Card(f"{deeds} 件自报待核实", "去核实", link("deeds-desk"), "", "自报", count=deeds)


def cards(seat: Seat) -> Iterator[Card]:
    """Of every role of the seat. The proposal office finds activities in their own list."""
    if seat.has(*INVITED, *STAFF):
        for row in waiting(seat):
            if row.person_id == seat.person_id:
                yield invitation(row)
            else:
                yield from leave(seat, row)
    if seat.has(*STAFF):
        yield from to_close(seat)
        yield from record(seat)
    if seat.units:
        yield from named(seat)
