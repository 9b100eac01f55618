"""发布: from now on it stands on its public page and in the press kit."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PIECE
from ..models import Piece


@verb(PIECE, "publish_piece", Piece)
def publish_piece(case: Piece, seat: Seat) -> Done:
    """The text is not changed after this day; what was wrong is said under it."""
    case.published_on = today()
    return Done(detail={"kind": case.kind})
