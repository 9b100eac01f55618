"""举措：取消."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MEASURE
from ..models import Measure


@verb(MEASURE, "drop_measure", Measure)
def drop_measure(case: Measure, seat: Seat, *, why: str) -> Done:
    """It will not be done; the gap is again without this measure."""
    if not why.strip():
        raise refuse("请写为什么取消。")
    case.how = why.strip()[:300]
    return Done(case=case.gap, detail={"owner": case.owner_id})
