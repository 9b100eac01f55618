"""复审通过: whether it may be public, by other hands than before."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PIECE
from ..models import Piece
from ..reviewing import reviewed


@verb(PIECE, "pass_second", Piece)
def pass_second(case: Piece, seat: Seat, *, note: str = "") -> Done:
    """With what was said, kept."""
    reviewed(case, seat, "second", note)
    return Done(detail={"round": case.round})
