"""Working days, periods and deadlines of Chinese offices.

    calendar = Calendar()
    due(date(2026, 2, 9), Span.parse("10wd"), calendar).on   # 28 February, a worked Saturday

Source: the yearly State Council notice on holidays; Civil Code art. 201 to 203.
"""

from shangliang.engines.calendar.days import Calendar
from shangliang.engines.calendar.deadlines import Deadline, DeadlineError, due, extend
from shangliang.engines.calendar.lamps import Lamp, Remaining, lamp, remaining
from shangliang.engines.calendar.published import PUBLISHED_YEARS
from shangliang.engines.calendar.spans import Span, SpanError, SpanKind
from shangliang.engines.calendar.timelines import ClockState, Pause, Timeline, shift_for_pause
from shangliang.engines.calendar.wording import chinese_date, chinese_weekday

__all__ = [
    "PUBLISHED_YEARS",
    "Calendar",
    "ClockState",
    "Deadline",
    "DeadlineError",
    "Lamp",
    "Pause",
    "Remaining",
    "Span",
    "SpanError",
    "SpanKind",
    "Timeline",
    "chinese_date",
    "chinese_weekday",
    "due",
    "extend",
    "lamp",
    "remaining",
    "shift_for_pause",
]
