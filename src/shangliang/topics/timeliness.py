"""建在需要时 (S-007): is the advice before the decision it should reach, or late for it?"""

from dataclasses import dataclass
from datetime import date

from ..procedures.office_calendar import today


@dataclass(frozen=True)
class InTime:
    """A chip's words and tone, and the days: negative is late."""

    text: str
    tone: str
    days: int


def in_time(decision: str, decision_on: date | None, delivered: date | None) -> InTime | None:
    """Delivered (or today, while not delivered) against the day of the decision."""
    if decision_on is None:
        return None
    left = (decision_on - (delivered or today())).days
    name = decision or "决策"
    if delivered:
        if left >= 0:
            return InTime(f"“{name}”前 {left} 天送到", "ok", left)
        return InTime(f"比“{name}”晚 {-left} 天", "late", left)
    if left < 0:
        return InTime(f"“{name}”已过 {-left} 天，还没送到", "late", left)
    return InTime(f"距“{name}”还有 {left} 天", "near" if left <= 15 else "", left)
