"""拟定项：采纳."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..extract_rows import decided
from ..flow import EXTRACT
from ..models import Extract
from ..readings.accepting import accepted


@verb(EXTRACT, "accept", Extract)
def accept(case: Extract, seat: Seat) -> Done:
    """Read rightly. What this writes, its kind says (readings/accepting.py)."""
    state = accepted(case, seat)
    decided(case, seat)
    return Done(to=state, detail={"kind": case.kind, "made": case.made_type, "id": case.made_id})
