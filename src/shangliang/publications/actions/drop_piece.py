"""不用了: the text stays to be read inside."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PIECE
from ..models import Piece


@verb(PIECE, "drop_piece", Piece)
def drop_piece(case: Piece, seat: Seat, *, why: str = "") -> Done:
    """With the reason, where there is one to say."""
    case.returned = why.strip()[:300]
    return Done()
