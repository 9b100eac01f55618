"""拟定项：先放着."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import EXTRACT
from ..models import Extract


@verb(EXTRACT, "park", Extract)
def park(case: Extract, seat: Seat) -> Done:
    """Put by; it does not hold the text open."""
    return Done(detail={"kind": case.kind})
