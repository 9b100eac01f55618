"""县区建议：拆开."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import SUGGESTION
from ..models import Suggestion


@verb(SUGGESTION, "split", Suggestion)
def split(case: Suggestion, seat: Seat) -> Done:
    """Not the same after all."""
    was = case.lead_id
    case.lead = None
    return Done(detail={"lead": was})
