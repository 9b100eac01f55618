"""开始收问题: from now on the code takes questions."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LECTURE
from ..models import Lecture


@verb(LECTURE, "open_lecture", Lecture)
def open_lecture(case: Lecture, seat: Seat) -> Done:
    """Before the talk or when it begins."""
    return Done()
