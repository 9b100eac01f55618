"""答卷：审阅."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import SHEET
from ..models import Sheet


@verb(SHEET, "review_sheet", Sheet)
def review_sheet(case: Sheet, seat: Seat, *, note: str = "") -> Done:
    """Read; its gaps go on with their measures."""
    case.returned = note.strip()[:300]
    case.reviewed_by_id, case.reviewed_on = seat.person_id, today()
    return Done(detail={"owner": case.owner_id})
