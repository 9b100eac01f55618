"""值完了."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import SHIFT
from ..models import Shift


@verb(SHIFT, "finish_shift", Shift)
def finish_shift(case: Shift, seat: Seat) -> Done:
    """The duty was kept; it counts towards the year's least by itself."""
    return Done(detail={"person": case.person_id, "count": case.heard.count()})
