"""出席：准假."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ATTENDANCE
from ..models import Attendance, Leave
from .ask_leave import decide


@verb(ATTENDANCE, "grant_leave", Attendance)
def grant_leave(case: Attendance, seat: Seat, *, answer: str = "") -> Done:
    """Leave for some half days leaves the rest to be attended."""
    return Done(about=decide(case, seat, Leave.State.GRANTED, answer))
