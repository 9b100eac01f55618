"""The pool of topics: a decision has its reason, and whoever nominated is told."""

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Topic
from .telling import tell


def reasoned(reason: str, what: str) -> str:
    """A reason the nominator can read; never empty."""
    said = reason.strip()
    if len(said) < 4:
        raise refuse(f"请写明{what}的理由，提出人会看到。")
    return said[:500]


def decided(case: Topic, seat: Seat, reason: str) -> None:
    """Note the reason and by whom, and tell the nominator who has an account."""
    case.reason, case.decided_on, case.decided_by_id = reason, today(), seat.person_id


def tell_nominator(case: Topic, seat: Seat, words: str) -> None:
    if case.nominated_by_id:
        tell(case, [case.nominated_by_id], "topic.decided", f"{words}：{case.title}", seat)
