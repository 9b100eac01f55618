"""终审通过: the leader's word, by other hands than before."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PIECE
from ..models import Piece
from ..reviewing import reviewed


@verb(PIECE, "pass_final", Piece)
def pass_final(case: Piece, seat: Seat, *, note: str = "") -> Done:
    """With what was said, kept."""
    reviewed(case, seat, "final", note)
    return Done(detail={"round": case.round})
