"""想法到项目：写：到实地看到了什么."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PATH
from ..models import Path
from ..paths import facts


@verb(PATH, "write_facts", Path)
def write_facts(case: Path, seat: Seat, *, text: str, place: str, seen_on: date) -> Done:
    """What was seen, where and when."""
    return facts(case, seat, text, place, seen_on)
