"""发现：归档."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import FINDING
from ..models import Finding


@verb(FINDING, "file_finding", Finding)
def file_finding(case: Finding, seat: Seat) -> Done:
    """Nothing further is asked of it."""
    return Done()
