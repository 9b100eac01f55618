"""Groups on one's day: a shift today, a stand-in asked for, a consent asked, contacts that are due."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q

from ...groups.duties import mine
from ...groups.models import Listed, Shift
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from .cards import Card, link

SOON = timedelta(days=3)


def duty(seat: Seat) -> Iterator[Card]:
    """My shifts of these days, and those I am asked to take over."""
    day = today()
    rows = (
        Shift.objects.filter(
            committee_id=seat.committee_id, state__in=("planned", "asked"), day__gte=day
        )
        .filter(Q(person_id=seat.person_id, day__lte=day + SOON) | Q(stand_in_id=seat.person_id))
        .select_related("team__body", "person")
        .order_by("day", "begins")[:6]
    )
    for row in rows:
        asked = row.stand_in_id == seat.person_id
        yield Card(
            f"{row.person.name}请您代班：{row.team}" if asked else f"值班：{row.team}",
            "答复" if asked else "记接待" if row.day == day else "看",
            link("shift", row.pk),
            f"{row.day:%-m 月 %-d 日} {row.begins:%H:%M}，{row.team.place}".rstrip("，"),
            "代班" if asked else "值班",
        )


def consents(seat: Seat) -> Iterator[Card]:
    """Lists that ask for my consent."""
    rows = Listed.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, state="asked"
    )
    for row in rows[:4]:
        yield Card(
            f"请您看是否同意列入“{row.kind_label}”", "看、答复", link("listed", row.pk), row.purpose,
            "征求同意",
        )  # fmt: skip


def contacts(seat: Seat) -> Iterator[Card]:
    """One card for all that are due; no name on it."""
    late = sum(due.late for due in mine(seat))
    if late:
        yield Card(f"{late} 位联系对象该联系了", "去联系", link("contact-duty"), "", "直接联系")


def cards(seat: Seat) -> Iterator[Card]:
    """Of members. Others who keep contacts are told by a notice once a month."""
    if seat.has(Role.MEMBER):
        yield from duty(seat)
        yield from consents(seat)
        yield from contacts(seat)
