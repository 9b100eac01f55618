"""去掉凭据: the claim stands unproved again."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PIECE
from ..models import Piece


@verb(PIECE, "unprove", Piece)
def unprove(case: Piece, seat: Seat, *, proof: int) -> Done:
    """One of this text."""
    gone, _ = case.proofs.filter(pk=proof).delete()
    if not gone:
        raise refuse("没有找到这条凭据。", "wall")
    return Done()
