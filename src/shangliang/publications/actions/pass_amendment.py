"""发布更正: by another than who wrote it; from then on it stands under the text with its day."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PIECE
from ..models import Piece


@verb(PIECE, "pass_amendment", Piece)
def pass_amendment(case: Piece, seat: Seat, *, amendment: int) -> Done:
    """One that waits."""
    row = case.amendments.filter(pk=amendment, passed_on__isnull=True).first()
    if row is None:
        raise refuse("没有找到这条更正，或者已经发布了。", "wall")
    if row.by_id == seat.person_id:
        raise refuse("更正由写的人以外的人发布。", "who")
    row.passed_by_id, row.passed_on = seat.person_id, today()
    row.save(update_fields=["passed_by", "passed_on"])
    return Done(about=row)
