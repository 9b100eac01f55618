"""想法到项目：放下."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PATH
from ..models import Path
from ..paths import written


@verb(PATH, "drop_path", Path)
def drop_path(case: Path, seat: Seat, *, text: str) -> Done:
    """With the reason."""
    return written(case, seat, "dropped", text)
