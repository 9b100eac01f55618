"""Places with a room: when each was last used, how often, which stand idle (S-132), what they hear (S-131)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Min, Sum, Value
from django.db.models.functions import TruncDate

from ..activities.models import Activity
from ..procedures.office_calendar import today
from .counting import IDLE_DAYS
from .models import Booking, Effort, Heard, PointReport, Shift, Team, Touch
from .words import MATTERS

NOT_HELD = ("draft", "cancelled", "withdrawn")


@dataclass
class Use:
    """One place: its last day in use (it may lie ahead), days in use of the last ``IDLE_DAYS``, needs."""

    last: date | None = None
    next: date | None = None
    days: int = 0
    needs: Counter[str] = field(default_factory=Counter)

    @property
    def idle(self) -> bool:
        """Nothing for so many days, and nothing booked."""
        return self.last is None or (today() - self.last).days > IDLE_DAYS

    @property
    def rate(self) -> int:
        """Share of days in use, in per cent."""
        return round(100 * self.days / IDLE_DAYS)

    @property
    def top(self) -> list[tuple[str, int]]:
        """What was heard most this week, in words."""
        return [(MATTERS[k], n) for k, n in self.needs.most_common(2)]


def last_used(teams: Sequence[Team]) -> dict[int, date]:
    """Team id -> the last day anything was done, held or booked there, whatever the year; one question."""
    if not teams:
        return {}
    committee = teams[0].committee_id
    own: dict[str, Any] = {"committee_id": committee, "team_id__in": [t.pk for t in teams]}
    bodies = {t.body_id: t.pk for t in teams}
    held = (
        Activity.objects.filter(committee_id=committee, host_id__in=bodies)
        .exclude(state__in=NOT_HELD).order_by()
        .values_list(Value("body"), "host_id").annotate(on=Max(TruncDate("starts_at")))
    )  # fmt: skip
    rows = held.union(
        latest(Effort.objects.filter(**own, void_why=""), "on"),
        latest(Shift.objects.filter(**own, state="done"), "day"),
        latest(Touch.objects.filter(**own), "on"),
        latest(Booking.objects.filter(**own).exclude(state="dropped"), "day"),
        all=True,
    )
    found: dict[int, date] = {}
    for what, pk, on in rows:
        team = bodies[pk] if what == "body" else pk
        found[team] = max(found.get(team, on), on)
    return found


def latest(rows: Any, day: str) -> Any:
    """(team, its last day) of one table."""
    return rows.order_by().values_list(Value("team"), "team_id").annotate(last_on=Max(day))


def uses(teams: Sequence[Team]) -> dict[int, Use]:
    """Team id -> its use and this week's needs; five questions however many places."""
    found = {t.pk: Use() for t in teams}
    if not teams:
        return found
    day = today()
    committee = teams[0].committee_id
    own: dict[str, Any] = {"committee_id": committee, "team_id__in": list(found)}
    for pk, on in last_used(teams).items():
        found[pk].last = on
    since = day - timedelta(days=IDLE_DAYS)
    shifts = Shift.objects.filter(**own, state="done", day__gt=since, day__lte=day)
    booked = Booking.objects.filter(**own, day__gt=since, day__lte=day).exclude(state="dropped")
    days = shifts.order_by().values_list("team_id", "day").union(
        booked.order_by().values_list("team_id", "day")
    )  # fmt: skip
    for pk, _ in days:
        found[pk].days += 1
    coming = Shift.objects.filter(**own, day__gte=day, state__in=("planned", "asked"))
    for pk, on in coming.order_by().values_list("team_id").annotate(on=Min("day")):
        found[pk].next = on
    for pk, matter, n in week_needs(committee, day):
        if pk in found:
            found[pk].needs[matter] += n
    return found


def week_needs(committee_id: int, day: date, days: int = 7) -> list[tuple[int, str, int]]:
    """(team, matter, how often) of so many days back: heard on duty and reported; two questions."""
    since = day - timedelta(days=days)
    heard = (
        Heard.objects.filter(committee_id=committee_id, at__date__gt=since).order_by()
        .values_list("shift__team_id", "matter", "pk")
    )  # fmt: skip
    found: Counter[tuple[int, str]] = Counter((team, matter) for team, matter, _ in heard)
    told = (
        PointReport.objects.filter(committee_id=committee_id, week__gt=since).order_by()
        .values_list("team_id", "matter").annotate(n=Sum("times"))
    )  # fmt: skip
    for team, matter, n in told:
        found[(team, matter)] += n
    return [(team, matter, n) for (team, matter), n in sorted(found.items())]
