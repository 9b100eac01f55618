"""不出了: its texts are free for another issue; no number was used."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import GAZETTE
from ..models import Gazette


@verb(GAZETTE, "drop_gazette", Gazette)
def drop_gazette(case: Gazette, seat: Seat) -> Done:
    """The texts stay approved."""
    case.pieces.update(gazette=None, place=0)
    return Done()
