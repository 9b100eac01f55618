"""初审通过: the facts, by other hands than before."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PIECE
from ..models import Piece
from ..reviewing import reviewed


@verb(PIECE, "pass_first", Piece)
def pass_first(case: Piece, seat: Seat, *, note: str = "") -> Done:
    """With what was said, kept."""
    reviewed(case, seat, "first", note)
    return Done(detail={"round": case.round})
