"""想法到项目：先不去实地."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PATH
from ..models import Path
from ..paths import written


@verb(PATH, "skip_facts", Path)
def skip_facts(case: Path, seat: Seat, *, text: str) -> Done:
    """On to theory without the field; the project stays shut until it is made up for."""
    return written(case, seat, "facts", text)
