"""履职异议：维持，说明."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import CONTEST
from ..models import Contest
from ..record import answered


@verb(CONTEST, "explain_contest", Contest)
def explain_contest(case: Contest, seat: Seat, *, answer: str) -> Done:
    """It stays; why."""
    return answered(case, seat, answer)
