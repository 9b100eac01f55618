"""履职异议：已更正."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import CONTEST
from ..models import Contest
from ..record import answered


@verb(CONTEST, "correct_contest", Contest)
def correct_contest(case: Contest, seat: Seat, *, answer: str) -> Done:
    """The fact was put right where it stands (更正出席, 核实自报); the record follows by itself."""
    return answered(case, seat, answer)
