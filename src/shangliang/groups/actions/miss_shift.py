"""没有到: the place stood empty; the reason is for the head and the office."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import SHIFT
from ..models import Shift


@verb(SHIFT, "miss_shift", Shift)
def miss_shift(case: Shift, seat: Seat, *, why: str = "") -> Done:
    """Counted of the place, never as a score of the person."""
    case.why, case.stand_in_id = why.strip()[:120], None
    return Done(detail={"person": case.person_id})
