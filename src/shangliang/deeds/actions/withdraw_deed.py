"""履职自报：收回."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DEED
from ..models import Deed


@verb(DEED, "withdraw_deed", Deed)
def withdraw_deed(case: Deed, seat: Seat) -> Done:
    """Reported by mistake."""
    return Done()
