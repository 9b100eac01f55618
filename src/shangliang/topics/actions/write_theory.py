"""想法到项目：写：道理和政策怎么说."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PATH
from ..models import Path
from ..paths import written


@verb(PATH, "write_theory", Path)
def write_theory(case: Path, seat: Seat, *, text: str) -> Done:
    """What theory and policy say."""
    return written(case, seat, "theory", text)
