"""拟定项：放回重定."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import EXTRACT
from ..models import Extract


@verb(EXTRACT, "bring_back", Extract)
def bring_back(case: Extract, seat: Seat) -> Done:
    """Undecided again."""
    case.answer, case.note = "", ""
    case.decided_by_id, case.decided_at = None, None
    return Done(detail={"kind": case.kind})
