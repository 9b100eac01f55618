"""送审: nothing unproved goes to review."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PIECE
from ..models import Piece


@verb(PIECE, "submit_piece", Piece)
def submit_piece(case: Piece, seat: Seat) -> Done:
    """The words of the last return are done with."""
    case.returned = ""
    return Done(detail={"round": case.round})
