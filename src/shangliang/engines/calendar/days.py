"""Working days: the published calendar, corrected by the office's own, with honest gaps.

A working day is Monday to Friday minus the days off, plus the make-up days (调休) on which a
Saturday or Sunday is worked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from shangliang.engines.calendar.published import DAYS_OFF, MAKE_UP_DAYS, PUBLISHED_YEARS

_SATURDAY: Final = 5

# The notice for a year also settles the days around New Year's Eve: 31 Dec 2018 was taken off
# and 31 Dec 2011 worked by the notice of the year that followed. Until that notice is out, the
# last week of December is not settled either.
_UNSETTLED_FROM: Final = (12, 25)


@dataclass(frozen=True, slots=True)
class _Year:
    """One year ready for counting: day `i` is 1 January plus `i` days."""

    first: int
    is_workday: tuple[bool, ...]
    count_to: tuple[int, ...]
    workdays: tuple[date, ...]


class Calendar:
    """Which days are worked, for one office.

    `overrides`: day -> is it a working day; wins over the published calendar.
    `named`: day -> what the office calls it, shown in place of the published name.
    `known_years`: years that the overrides make complete, such as a next year typed in by the
    clerk when its notice came out before our data did.

    The calendar does not change after it is made: when the office edits its days, make a new
    one and count the open clocks again.
    """

    def __init__(
        self,
        overrides: Mapping[date, bool] | None = None,
        named: Mapping[date, str] | None = None,
        known_years: Iterable[int] | None = None,
    ) -> None:
        self._overrides = {day.toordinal(): bool(on) for day, on in (overrides or {}).items()}
        self._named = {day.toordinal(): name for day, name in (named or {}).items()}
        self._declared = frozenset(known_years or ())
        self._known = PUBLISHED_YEARS | self._declared
        self._years: dict[int, _Year] = {}

    def is_workday(self, day: date) -> bool:
        """Is `day` worked? In a year not known: Monday to Friday, unless overridden."""
        year = self._year(day.year)
        return year.is_workday[day.toordinal() - year.first]

    def is_make_up(self, day: date) -> bool:
        """Is `day` a Saturday or Sunday that is worked (调休上班)?"""
        return day.weekday() >= _SATURDAY and self.is_workday(day)

    def year_known(self, year: int) -> bool:
        """Has the arrangement of `year` been published, or declared complete by the office?"""
        return year in self._known

    def is_provisional(self, day: date) -> bool:
        """May a notice still to come change `day`?

        True in a year not known, and in the last week of December when the published calendar
        ends with that year. A year that the office itself declared complete is taken at its word.
        """
        if day.year not in self._known:
            return True
        return (
            (day.month, day.day) >= _UNSETTLED_FROM
            and day.year not in self._declared
            and day.year + 1 not in self._known
        )

    def provisional_between(self, after: date, until: date) -> bool:
        """May any day after `after`, up to and including `until`, still change?"""
        if until <= after:
            return False
        first = date.fromordinal(after.toordinal() + 1)
        return self.is_provisional(until) or any(
            year not in self._known for year in range(first.year, until.year + 1)
        )

    def name(self, day: date) -> str:
        """What `day` is called: `国庆节`, `国庆节调休上班`, the office's own name, or an empty string."""
        ordinal = day.toordinal()
        if ordinal in self._named:
            return self._named[ordinal]
        published = _published(ordinal)
        if self._overrides.get(ordinal, published) != published:
            return "本单位调整放假" if published else "本单位调整上班"
        if ordinal in MAKE_UP_DAYS:
            return f"{MAKE_UP_DAYS[ordinal]}调休上班"
        return DAYS_OFF.get(ordinal, "")

    def next_workday(self, day: date) -> date:
        """`day` itself when it is worked, else the first working day after it."""
        return day if self.is_workday(day) else self.add_workdays(day, 1)

    def add_workdays(self, day: date, n: int) -> date:
        """The `n`-th working day after `day`, which itself counts as day 0.

        `n` = 0 gives `day`, worked or not; a negative `n` gives the `-n`-th working day before.
        Raises `OverflowError` when the count leaves the years 1 to 9999.
        """
        if n == 0:
            return day
        year = self._year(number := day.year)
        index = day.toordinal() - year.first
        # `rank` numbers the working days of the year from 1.
        rank = year.count_to[index] + n
        if n < 0:
            rank += 1 - year.is_workday[index]
        while rank > len(year.workdays):
            rank -= len(year.workdays)
            year = self._year(number := number + 1)
        while rank < 1:
            year = self._year(number := number - 1)
            rank += len(year.workdays)
        return year.workdays[rank - 1]

    def workdays_between(self, a: date, b: date) -> int:
        """Working days after `a` up to and including `b`; negative when `b` lies before `a`."""
        if b < a:
            return -self.workdays_between(b, a)
        from_year, to_year = self._year(a.year), self._year(b.year)
        count = to_year.count_to[b.toordinal() - to_year.first]
        count -= from_year.count_to[a.toordinal() - from_year.first]
        return count + sum(self.workdays(year) for year in range(a.year, b.year))

    def workdays(self, year: int) -> int:
        """How many working days `year` has (248 in 2026)."""
        return len(self._year(year).workdays)

    def _year(self, number: int) -> _Year:
        known = self._years.get(number)
        if known is None:
            known = self._years[number] = self._build(number)
        return known

    def _build(self, number: int) -> _Year:
        if not date.min.year <= number <= date.max.year:
            raise OverflowError(f"year {number} is outside the calendar")
        first, last = date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal()
        flags: list[bool] = []
        counts: list[int] = []
        workdays: list[date] = []
        for ordinal in range(first, last + 1):
            on = self._overrides.get(ordinal)
            flags.append(_published(ordinal) if on is None else on)
            if flags[-1]:
                workdays.append(date.fromordinal(ordinal))
            counts.append(len(workdays))
        return _Year(first, tuple(flags), tuple(counts), tuple(workdays))


def _published(ordinal: int) -> bool:
    """Monday to Friday minus the days off, plus the make-up days; ordinal 1 was a Monday."""
    return ordinal in MAKE_UP_DAYS or ((ordinal - 1) % 7 < _SATURDAY and ordinal not in DAYS_OFF)
