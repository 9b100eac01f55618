"""出席：不准假."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ATTENDANCE
from ..models import Attendance, Leave
from .ask_leave import decide


@verb(ATTENDANCE, "refuse_leave", Attendance)
def refuse_leave(case: Attendance, seat: Seat, *, answer: str) -> Done:
    """With the reason why."""
    if not answer.strip():
        raise refuse("请写为什么不准。")
    return Done(about=decide(case, seat, Leave.State.REFUSED, answer))
