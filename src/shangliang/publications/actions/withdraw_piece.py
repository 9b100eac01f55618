"""撤下: the page says that it was taken back; the text stays inside."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PIECE
from ..models import Piece


@verb(PIECE, "withdraw_piece", Piece)
def withdraw_piece(case: Piece, seat: Seat, *, why: str) -> Done:
    """The reason is for the inside."""
    if not why.strip():
        raise refuse("请写为什么撤下。")
    case.withdrawn_why = why.strip()[:200]
    return Done()
