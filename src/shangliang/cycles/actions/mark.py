"""县区建议：评针对性."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUGGESTION
from ..models import Suggestion


@verb(SUGGESTION, "mark", Suggestion)
def mark(case: Suggestion, seat: Seat, *, targeted: int) -> Done:
    """针对性, 1 to 5: named bureau, named matter, something that can be done."""
    if not 1 <= targeted <= 5:
        raise refuse("针对性打 1 到 5 分。")
    case.targeted = targeted
    return Done(detail={"mark": targeted})
