"""A clock with its extensions and pauses, counted afresh from what was recorded.

A due date is never corrected step by step: it is computed again from the records, so that a
late notice of the State Council or an edited day moves every open clock to the right place.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from shangliang.engines.calendar.days import Calendar
from shangliang.engines.calendar.deadlines import (
    Deadline,
    DeadlineError,
    due,
    provisional_clause,
    span_end,
)
from shangliang.engines.calendar.spans import Span, SpanKind
from shangliang.engines.calendar.wording import chinese_date


@dataclass(frozen=True, slots=True)
class Pause:
    """A stop of the clock; `resumed_on` is None while it lasts."""

    paused_on: date
    resumed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClockState:
    """Where a clock stands: its deadline so far, and whether it is stopped."""

    deadline: Deadline
    paused: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """What was recorded of one clock: start, period, approved extensions, pauses."""

    start: date
    span: Span
    extensions: tuple[Span, ...] = ()
    pauses: tuple[Pause, ...] = ()
    roll: bool = True

    def state(self, calendar: Calendar) -> ClockState:
        """The clock under `calendar`.

        Extensions run on from the end of the period, then ended pauses are given back, oldest
        first; rolling comes once, at the very end. Raises `DeadlineError` for a pause that ends
        before it begins, or that begins before the one before it ended.
        """
        pauses = sorted(self.pauses, key=lambda p: (p.paused_on, p.resumed_on or date.max))
        _check_order(pauses)
        paused = bool(pauses) and pauses[-1].resumed_on is None
        first = due(self.start, self.span, calendar, self.roll)
        ended = [(p.paused_on, p.resumed_on) for p in pauses if p.resumed_on is not None]
        if not self.extensions and not ended:
            return ClockState(first, paused)
        try:
            return ClockState(self._moved_deadline(first, ended, calendar), paused)
        except DeadlineError:
            raise
        except (OverflowError, ValueError):
            raise DeadlineError("延长后的期限超出可计算的日期范围，请核对日期。") from None

    def _moved_deadline(
        self, first: Deadline, ended: list[tuple[date, date]], calendar: Calendar
    ) -> Deadline:
        end = first.rolled_from or first.on
        clauses = [first.why.removesuffix("。")]
        for extension in self.extensions:
            end = span_end(end, extension, calendar)
            clauses.append(f"经批准延长{extension.words()}")
        for paused_on, resumed_on in ended:
            end, back = _after_pause(
                end, paused_on, resumed_on, self.span.kind, calendar, self.roll
            )
            clauses.append(_pause_clause(paused_on, resumed_on, back, self.span))
        on = calendar.next_workday(end) if self.roll else end
        clauses.append(f"最终至{chinese_date(on)}届满")
        counts = any(span.counts_workdays for span in (self.span, *self.extensions))
        provisional = (self.roll or counts) and calendar.provisional_between(self.start, on)
        if provisional and not first.provisional:
            clauses.append(provisional_clause(self.start, on, calendar))
        why = "，".join(clauses) + "。"
        return Deadline(on, provisional, end if on != end else None, why)


def shift_for_pause(
    due_on: date,
    paused_on: date,
    resumed_on: date,
    span_kind: SpanKind,
    calendar: Calendar,
    roll: bool = True,
) -> date:
    """The due date after a pause: the time lost is given back in the unit of the period.

    The day of resuming is day 0 again, as the day of pausing was, so as much time is left after
    `resumed_on` as was left after `paused_on`. A pause of no days changes nothing, nor does one
    that begins after the due date: lateness is not undone. For a calendar deadline that was
    rolled, pass the day it was rolled from. Raises `DeadlineError` when the pause ends before
    it begins.
    """
    moved, back = _after_pause(due_on, paused_on, resumed_on, span_kind, calendar, roll)
    return calendar.next_workday(moved) if roll and back else moved


def _after_pause(
    end: date,
    paused_on: date,
    resumed_on: date,
    span_kind: SpanKind,
    calendar: Calendar,
    roll: bool,
) -> tuple[date, int]:
    """The end of the period after a pause, not yet rolled, and the days given back."""
    if resumed_on < paused_on:
        raise DeadlineError(
            f"恢复日{chinese_date(resumed_on)}早于暂停日{chinese_date(paused_on)}，请核对。"
        )
    if paused_on > (calendar.next_workday(end) if roll else end):
        return end, 0
    if span_kind == "wd":
        back = calendar.workdays_between(paused_on, resumed_on)
        moved = calendar.add_workdays(end, back)
    else:
        back = (resumed_on - paused_on).days
        moved = end + timedelta(days=back)
    # A clock stopped on the very days its end was rolled over may not run out while it stands.
    if back and paused_on > end:
        moved = max(moved, resumed_on)
    return moved, back


def _pause_clause(paused_on: date, resumed_on: date, back: int, span: Span) -> str:
    unit = "个工作日" if span.counts_workdays else "日"
    return f"{chinese_date(paused_on)}暂停、{chinese_date(resumed_on)}恢复，补回{back}{unit}"


def _check_order(pauses: list[Pause]) -> None:
    for earlier, later in zip(pauses, pauses[1:], strict=False):
        if earlier.resumed_on is None or later.paused_on < earlier.resumed_on:
            raise DeadlineError(
                f"{chinese_date(later.paused_on)}的暂停与{chinese_date(earlier.paused_on)}"
                "开始的暂停重叠，请核对。"
            )
