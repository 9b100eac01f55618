"""企业难题：不予办理."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DIFFICULTY
from ..models import Voice
from .not_use import refuse_with


@verb(DIFFICULTY, "refuse_case", Voice)
def refuse_case(case: Voice, seat: Seat, *, reason_code: str, words: str = "") -> Done:
    """Not taken into hand, with the reason and the way that is right."""
    return refuse_with(case, seat, "refuse_case", reason_code, words)
