"""The calendar as the State Council office published it, read once from `chinesecalendar`.

Source: the yearly notice on holiday arrangements (节假日安排通知). A notice appears in late
autumn of the year before, so the coming year is often missing; nothing here looks at the clock
to guess what is missing, only at the data.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

import chinese_calendar

_NAMES: Final[Mapping[str, str]] = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}


def _by_ordinal(table: Mapping[date, str]) -> dict[int, str]:
    return {day.toordinal(): _NAMES.get(name, "节假日") for day, name in table.items()}


# Keyed by proleptic ordinal (`date.toordinal`), so that a `datetime` finds its day as well.
DAYS_OFF: Final[Mapping[int, str]] = _by_ordinal(chinese_calendar.holidays)
MAKE_UP_DAYS: Final[Mapping[int, str]] = _by_ordinal(chinese_calendar.workdays)

# The library calls every year between its first and its last holiday covered. One early New
# Year's Day of the next year would then cover that whole year, so a year counts as published
# only when its National Day is there.
PUBLISHED_YEARS: Final[frozenset[int]] = frozenset(
    day.year for day in chinese_calendar.holidays if (day.month, day.day) == (10, 1)
)
