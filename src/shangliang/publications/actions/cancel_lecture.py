"""取消: a talk that is not held."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LECTURE
from ..models import Lecture


@verb(LECTURE, "cancel_lecture", Lecture)
def cancel_lecture(case: Lecture, seat: Seat) -> Done:
    """Only before questions are taken."""
    return Done()
