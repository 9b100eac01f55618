"""Reading one cell: dates as people write them, names without their decoration."""

import re
from datetime import date, timedelta

# Day 0 of a spreadsheet's serial numbers (the 1900 system with its 29 February 1900).
SERIAL_ZERO = date(1899, 12, 30)
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 1, 1)
_PARTS = re.compile(r"^(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月?)?$")
_PACKED = re.compile(r"^(\d{4})(\d{2})(\d{2})?$")
# Names of sectors and the like, shortened as offices do.
_TAIL = re.compile(r"(界别|界|人士)$")


class NotADate(ValueError):
    """The cell says something that no calendar has."""


def day_of(cell: str, last: bool = False) -> date | None:
    """2022-1-1, 2022.01, 2022年1月1日, 20220101, 44562 (a date kept as a number); None if empty.

    A month alone means its first day, or its last with ``last``.
    """
    text = "".join(cell.split())
    if not text:
        return None
    found = _PARTS.match(text) or _PACKED.match(text)
    try:
        if found:
            year, month, day = int(found[1]), int(found[2]), found[3]
            if day:
                return date(year, month, int(day))
            first = date(year, month, 1)
            return month_end(first) if last else first
        if re.fullmatch(r"\d{4}", text) and 1900 <= int(text) <= 2100:
            return date(int(text), 12, 31) if last else date(int(text), 1, 1)
        if re.fullmatch(r"\d{5}", text):
            found_day = SERIAL_ZERO + timedelta(days=int(text))
            if EARLIEST <= found_day < LATEST:
                return found_day
    except ValueError as wrong:
        raise NotADate(cell) from wrong
    raise NotADate(cell)


def month_end(first: date) -> date:
    """The last day of the month of ``first``."""
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return following - timedelta(days=1)


def squeeze(text: str) -> str:
    """Without any white space: 王 　华 is 王华, as lists pad two-character names."""
    return "".join(text.split()).replace("\u3000", "")


def key_of(name: str) -> str:
    """What two ways of writing one body have in common: 经济 and 经济界."""
    text = squeeze(name)
    return _TAIL.sub("", text) or text


def listed(cell: str) -> list[str]:
    """Several names in one cell."""
    return [squeeze(part) for part in re.split(r"[、,，;；/\n]", cell) if squeeze(part)]
