"""Half-days by which a place is booked, and what stands in each of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

if TYPE_CHECKING:
    from .models import Team

# How far ahead a place can be booked.
AHEAD = timedelta(days=90)


@dataclass(frozen=True)
class Slot:
    """A part of the day."""

    label: str
    begins: time
    ends: time

    def meets(self, begins: time, ends: time) -> bool:
        """Whether that span takes some of it."""
        return begins < self.ends and ends > self.begins

    def over(self, day: date) -> bool:
        """Whether it has ended on that day, by the office's clock."""
        now = timezone.localtime()
        return datetime.combine(day, self.ends) <= now.replace(tzinfo=None)

    @property
    def span(self) -> str:
        return f"{self.begins:%H:%M}—{self.ends:%H:%M}"


# The office's day; 午休 and the time for cleaning up lie between.
SLOTS = {
    "morning": Slot("上午", time(9), time(12)),
    "afternoon": Slot("下午", time(14, 30), time(17, 30)),
    "evening": Slot("晚上", time(19), time(21)),
}


def meeting(begins: time, ends: time) -> list[str]:
    """Which slots a span of the day takes something of."""
    return [key for key, slot in SLOTS.items() if slot.meets(begins, ends)]


def taken(team: "Team", first: date, last: date) -> dict[tuple[date, str], Any]:
    """(day, slot) -> the booking or the shift that stands there; two questions. A booking goes first."""
    from .models import Booking, Shift

    span = {"committee_id": team.committee_id, "team": team, "day__range": (first, last)}
    found: dict[tuple[date, str], Any] = {}
    for shift in Shift.objects.filter(**span).exclude(state="dropped").select_related("person"):
        for key in meeting(shift.begins, shift.ends):
            found[(shift.day, key)] = shift
    for row in Booking.objects.filter(**span).exclude(state="dropped").select_related("by"):
        found[(row.day, row.slot)] = row
    return found


def free_words(found: Iterable[tuple[date, str]], day: date) -> str:
    """What is still free on that day: 还空着：下午、晚上."""
    gone = {key for on, key in found if on == day}
    free = [s.label for k, s in SLOTS.items() if k not in gone and not s.over(day)]
    return f"这天还空着：{'、'.join(free)}。" if free else "这天没有空的时段了，请换一天。"
