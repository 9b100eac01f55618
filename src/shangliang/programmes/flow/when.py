"""Conditions of a talk, in a sentence each."""

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Talk


def day_is_here(seat: Seat, case: Talk) -> str | None:
    """What has not been held is not recorded."""
    return None if case.over(today()) else f"{case.day:%-m 月 %-d 日}讲了以后再记。"
