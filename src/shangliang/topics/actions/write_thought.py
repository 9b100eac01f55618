"""想法到项目：写：两面怎么看."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PATH
from ..models import Path
from ..paths import written


@verb(PATH, "write_thought", Path)
def write_thought(case: Path, seat: Seat, *, text: str) -> Done:
    """Both sides of it."""
    return written(case, seat, "thought", text)
