"""收完了: how many heard it; what was asked goes on to be answered."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LECTURE
from ..models import Lecture


@verb(LECTURE, "close_lecture", Lecture)
def close_lecture(case: Lecture, seat: Seat, *, heard: int | None = None) -> Done:
    """A count, no names."""
    case.heard = heard
    return Done(detail={"count": case.doubts.count()})
