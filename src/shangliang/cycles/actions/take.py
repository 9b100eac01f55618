"""汇报：收下."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import HANDIN
from ..models import Handin


@verb(HANDIN, "take", Handin)
def take(case: Handin, seat: Seat) -> Done:
    """Good enough to be heard."""
    return Done(about=case, detail={"missing": case.missing, "thin": case.thin})
