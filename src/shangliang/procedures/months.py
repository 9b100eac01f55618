"""A year as twelve small tables: what each day is, and whether the office changed it."""

from calendar import Calendar as Weeks
from dataclasses import dataclass
from datetime import date

from ..engines.calendar import Calendar


@dataclass(frozen=True)
class Day:
    """One cell. ``kind``: work, off (weekend), holiday, makeup; ``mark`` is the word in the cell."""

    day: date
    kind: str
    mark: str
    name: str
    own: bool
    today: bool


@dataclass(frozen=True)
class Month:
    number: int
    weeks: tuple[tuple[Day | None, ...], ...]
    workdays: int


def day_of(day: date, calendar: Calendar, own: frozenset[date], today: date) -> Day:
    works, weekend, name = calendar.is_workday(day), day.weekday() >= 5, calendar.name(day)
    if works:
        kind, mark = ("makeup", "班") if weekend else ("work", "")
    else:
        kind, mark = ("off", "") if weekend and not name else ("holiday", "休")
    return Day(day, kind, mark, name, day in own, day == today)


def months(year: int, calendar: Calendar, own: frozenset[date], today: date) -> list[Month]:
    """Weeks begin on Monday, as office calendars do."""
    found = []
    for number in range(1, 13):
        weeks = tuple(
            tuple(
                day_of(day, calendar, own, today) if day.month == number else None for day in week
            )
            for week in Weeks(0).monthdatescalendar(year, number)
        )
        days = [day for week in weeks for day in week if day]
        found.append(Month(number, weeks, sum(day.kind in ("work", "makeup") for day in days)))
    return found
