"""The meeting itself: how long the other side has for its answer."""

from .limits import after, set_limit
from .models import Consultation


def answer_limit(case: Consultation) -> None:
    """After the minutes the other side's answer is counted."""
    days = case.kind.answer_days
    set_limit(case, "answer", after(case, days), f"纪要签发后 {days} 个工作日")
