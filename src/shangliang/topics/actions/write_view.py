"""想法到项目：写：看到了什么新做法."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PATH
from ..models import Path
from ..paths import written


@verb(PATH, "write_view", Path)
def write_view(case: Path, seat: Seat, *, text: str) -> Done:
    """What is done elsewhere."""
    return written(case, seat, "view", text)
