"""How a clock looks today: what is left, and the colour of its lamp."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from shangliang.engines.calendar.days import Calendar

Lamp = Literal["green", "yellow", "red", "pause", "done", "late_done"]


@dataclass(frozen=True, slots=True)
class Remaining:
    """Working days left, or, when `overdue`, working days past; never negative."""

    workdays: int
    overdue: bool
    words: str


def remaining(today: date, due_on: date, calendar: Calendar) -> Remaining:
    """What is left on `today`, which itself is not counted; the due date is.

    Words: `余 9 个工作日`, `今日到期`, `逾期 3 个工作日`; where only days off lie between, the
    words say so instead of a nought.
    """
    count = abs(calendar.workdays_between(today, due_on))
    if today == due_on:
        return Remaining(0, False, "今日到期")
    if today < due_on:
        days = (due_on - today).days
        words = f"余 {count} 个工作日" if count else f"余 {days} 日，均非工作日"
        return Remaining(count, False, words)
    words = f"逾期 {count} 个工作日" if count else "已逾期，不足 1 个工作日"
    return Remaining(count, True, words)


def lamp(
    today: date, due_on: date, calendar: Calendar, near: int, paused: bool, met_on: date | None
) -> Lamp:
    """The lamp of a clock.

    Met: `done`, or `late_done` when met after the due date. Else stopped: `pause`. Else past
    the due date: `red`; `near` working days or fewer left, or due today: `yellow`; else `green`.
    """
    if met_on is not None:
        return "done" if met_on <= due_on else "late_done"
    if paused:
        return "pause"
    if today > due_on:
        return "red"
    if today == due_on or calendar.workdays_between(today, due_on) <= near:
        return "yellow"
    return "green"
