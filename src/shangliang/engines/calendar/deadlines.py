"""When a period ends.

Source: Civil Code art. 201 (the day of the event is not counted), art. 202 (a period of months
ends on the same day number or, where the month has none, on its last day), art. 203 (a period
that would end on a day off ends on the working day after it). Local rules may switch the last
habit off, hence `roll`.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from shangliang.engines.calendar.days import Calendar
from shangliang.engines.calendar.spans import Span
from shangliang.engines.calendar.wording import chinese_date, chinese_weekday


class DeadlineError(ValueError):
    """Dates that cannot be counted with; the message is Chinese."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a period.

    `provisional`: a notice still to come may move it. `rolled_from`: the day off on which the
    period would have ended. `why`: the count as one Chinese sentence.
    """

    on: date
    provisional: bool
    rolled_from: date | None
    why: str


def due(start: date, span: Span, calendar: Calendar, roll: bool = True) -> Deadline:
    """The deadline of `span` counted from `start`, which is day 0.

    `roll` moves an end on a day off to the next working day; a span of working days never
    needs it. A fixed date is the next such date on or after `start`. A deadline that no
    calendar can move (calendar span, no roll) is never provisional.

    Raises `DeadlineError` when the dates run out of the calendar.
    """
    try:
        end = span_end(start, span, calendar)
        on = calendar.next_workday(end) if roll else end
        before = min(start, end - timedelta(days=1))  # a same-day end is itself looked up
    except (OverflowError, ValueError):
        raise DeadlineError(
            f"从{chinese_date(start)}起算{span.words()}，超出可计算的日期范围，请核对起算日期。"
        ) from None
    rests_on_calendar = roll or span.counts_workdays
    provisional = rests_on_calendar and calendar.provisional_between(before, on)
    clauses = [_opening(start, span), *_skipped(start, end, span, calendar), _ending(end, on)]
    clauses += _end_remark(end, on, span, calendar)
    if provisional:
        clauses.append(provisional_clause(before, on, calendar))
    return Deadline(on, provisional, end if on != end else None, "，".join(clauses) + "。")


def extend(due_on: date, by: Span, calendar: Calendar, roll: bool = True) -> Deadline:
    """The deadline after an approved extension, counted on from the old one.

    For a calendar deadline that was rolled, pass the day it was rolled from, so that the
    holiday is not given twice.
    """
    return due(due_on, by, calendar, roll)


def span_end(start: date, span: Span, calendar: Calendar) -> date:
    """The day on which `span` ends before any rolling."""
    match span.kind:
        case "wd":
            return calendar.add_workdays(start, span.count)
        case "d":
            return start + timedelta(days=span.count)
        case "w":
            return start + timedelta(weeks=span.count)
        case "m":
            years, month = divmod(start.month - 1 + span.count, 12)
            return _day_or_month_end(start.year + years, month + 1, start.day)
        case "fixed":
            this_year = _day_or_month_end(start.year, span.month, span.day)
            if this_year >= start:
                return this_year
            return _day_or_month_end(start.year + 1, span.month, span.day)


def _day_or_month_end(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _opening(start: date, span: Span) -> str:
    if span.kind == "fixed":
        return f"规定期限为{span.words()}，自{chinese_date(start)}起"
    if span.count == 0:
        return f"{chinese_date(start)}当日"
    return f"自{chinese_date(start)}起算{span.words()}（起算当日不计入）"


def _skipped(start: date, end: date, span: Span, calendar: Calendar) -> list[str]:
    """What a reader with a wall calendar would count wrongly: make-up days and holidays met."""
    if not span.counts_workdays:
        return []
    make_ups: list[str] = []
    holidays: dict[str, None] = {}
    for ordinal in range(start.toordinal() + 1, end.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if calendar.is_make_up(day):
            make_ups.append(f"{day.month}月{day.day}日")
        elif day.weekday() < 5 and not calendar.is_workday(day):
            holidays[calendar.name(day) or f"{day.month}月{day.day}日"] = None
    clauses = []
    if holidays:
        clauses.append(f"{_some(list(holidays), '个节假日')}放假不计")
    if make_ups:
        clauses.append(f"{_some(make_ups, '天')}调休上班计入")
    return clauses


def _some(items: list[str], measure: str) -> str:
    if len(items) <= 4:
        return "、".join(items)
    return "、".join(items[:3]) + f"等{len(items)}{measure}"


def _ending(end: date, on: date) -> str:
    return f"{'本应' if on != end else ''}至{chinese_date(end)}届满"


def _end_remark(end: date, on: date, span: Span, calendar: Calendar) -> list[str]:
    if span.counts_workdays:
        return []
    if on != end:
        return [f"当日为{_day_off(end, calendar)}，顺延至{chinese_date(on)}"]
    if calendar.is_make_up(end):
        return ["当日虽逢周末但调休上班，不顺延"]
    if not calendar.is_workday(end):
        return [f"当日为{_day_off(end, calendar)}，按规定不顺延"]
    return []


def _day_off(day: date, calendar: Calendar) -> str:
    return calendar.name(day) or chinese_weekday(day)


def provisional_clause(after: date, until: date, calendar: Calendar) -> str:
    """Which year's arrangement a deadline counted over these days still waits for."""
    first = date.fromordinal(after.toordinal() + 1).year
    missing = [str(y) for y in range(first, until.year + 1) if not calendar.year_known(y)]
    years = "、".join(missing or [str(until.year + 1)])
    return f"{years}年放假安排尚无数据，此日期为暂定"
