"""想法到项目：写：为了谁、值不值."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PATH
from ..models import Path
from ..paths import written


@verb(PATH, "write_values", Path)
def write_values(case: Path, seat: Seat, *, text: str) -> Done:
    """For whom, and whether it is worth it."""
    return written(case, seat, "values", text)
