"""记联系: what is needed, and whom it was passed to. Nothing about what somebody thinks."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LISTED
from ..models import Listed
from ..touching import new_touch


@verb(LISTED, "touch", Listed)
def touch(
    case: Listed,
    seat: Seat,
    *,
    on: date,
    way: str,
    matter: str = "",
    note: str = "",
    referred: str = "",
) -> Done:
    """While consent holds."""
    row = new_touch(seat, on=on, way=way, matter=matter, note=note, referred=referred, listed=case)
    return Done(about=row, detail={"on": on})
