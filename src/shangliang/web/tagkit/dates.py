"""Dates and numbers as the office writes them (docs/staff, "words and dates")."""

import datetime as dt
from typing import Any

from django.utils import timezone

MISSING = "—"


def local_day(value: dt.date | dt.datetime) -> dt.date:
    """The calendar day in the committee's time zone; a naive date is that day already."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def md(value: dt.date | dt.datetime | None) -> str:
    """``6-30`` for table cells; the year in front when it is not this one; — when missing."""
    if not value:
        return MISSING
    day = local_day(value)
    short = f"{day.month}-{day.day}"
    return short if day.year == timezone.localdate().year else f"{day.year}-{short}"


def cn_date(value: dt.date | dt.datetime | None) -> str:
    """``6 月 30 日`` for sentences; the year in front when it is not this one; — when missing."""
    if not value:
        return MISSING
    day = local_day(value)
    short = f"{day.month} 月 {day.day} 日"
    return short if day.year == timezone.localdate().year else f"{day.year} 年 {short}"


def clock_time(value: dt.datetime | None) -> str:
    """``6-30 09:26``, for what happened at a minute."""
    if not value:
        return MISSING
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{md(local)} {local:%H:%M}"


def minus(value: Any) -> str:
    """A number with a true minus sign; — when there is none. A missing number is never 0."""
    if value is None or value == "":
        return MISSING
    return str(value).replace("-", "−")


def thousands(value: Any) -> str:
    """``38,900``, ``−1,234.5``, or — when missing. Keeps the decimals it was given."""
    if value is None or value == "":
        return MISSING
    return f"{value:,}".replace("-", "−")


FILTERS = {
    "md": md,
    "cn_date": cn_date,
    "clock_time": clock_time,
    "minus": minus,
    "thousands": thousands,
}
