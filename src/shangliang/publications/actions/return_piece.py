"""退改: with what to change; the three reviews begin anew."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PIECE
from ..models import Piece
from ..reviewing import reviewed, tell


@verb(PIECE, "return_piece", Piece)
def return_piece(case: Piece, seat: Seat, *, note: str) -> Done:
    """The round that ends here stays in the history."""
    if not note.strip():
        raise refuse("请写哪里要改。")
    reviewed(case, seat, "back", note)
    case.returned = note.strip()[:300]
    case.round += 1
    tell(case, seat, "returned", f"退改：{note.strip()[:80]}", True)
    return Done(detail={"round": case.round})
