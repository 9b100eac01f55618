"""差距：核定已消除."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import GAP
from ..models import Gap


@verb(GAP, "close_gap", Gap)
def close_gap(case: Gap, seat: Seat, *, how: str) -> Done:
    """Gone, by what evidence; the office says so, not the owner."""
    if not how.strip():
        raise refuse("请写凭什么认定差距消除了：哪一期的数、看了哪里。")
    case.closing, case.closed_on, case.closed_by_id = how.strip()[:300], today(), seat.person_id
    return Done(detail={"owner": case.owner_id})
