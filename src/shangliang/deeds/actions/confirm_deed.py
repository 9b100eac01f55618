"""履职自报：核实."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DEED
from ..models import Deed


@verb(DEED, "confirm_deed", Deed)
def confirm_deed(case: Deed, seat: Seat) -> Done:
    """Looked at the evidence."""
    case.decided_by_id = seat.person_id
    return Done(detail={"what": case.what})
