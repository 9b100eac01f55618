"""履职异议：收回异议."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import CONTEST
from ..models import Contest


@verb(CONTEST, "withdraw_contest", Contest)
def withdraw_contest(case: Contest, seat: Seat) -> Done:
    """Settled otherwise."""
    return Done()
