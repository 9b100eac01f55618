"""差距：不成立."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import GAP
from ..models import Gap


@verb(GAP, "drop_gap", Gap)
def drop_gap(case: Gap, seat: Seat, *, why: str) -> Done:
    """It was none."""
    if not why.strip():
        raise refuse("请写为什么不成立。")
    case.closing, case.closed_on, case.closed_by_id = why.strip()[:300], today(), seat.person_id
    return Done(detail={"owner": case.owner_id})
