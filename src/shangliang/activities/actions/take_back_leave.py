"""出席：收回请假."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ATTENDANCE
from ..models import Attendance, Leave


@verb(ATTENDANCE, "take_back_leave", Attendance)
def take_back_leave(case: Attendance, seat: Seat) -> Done:
    """Comes after all."""
    case.leaves.filter(state__in=[Leave.State.ASKED, Leave.State.GRANTED]).update(
        state=Leave.State.TAKEN_BACK
    )
    return Done()
