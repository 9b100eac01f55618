"""暂停: something outside the unit's power must come first; the clock stands."""

from ...procedures import clocks
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..clock import KIND
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Task


@verb(TASK, "pause_task", Task)
def pause_task(case: Task, seat: Seat, *, reason: str) -> Done:
    """The days of the pause are given back when it runs again."""
    if not reason.strip():
        raise refuse("请写明等什么，例如“等环评批复”。")
    case.paused_on = today()
    if clock := clocks.running(case, KIND).first():
        clocks.pause(clock, reason.strip())
    row = entry(case, seat, Progress.Kind.PAUSED, reason.strip())
    tell(case, owners(case), "pause_task", f"任务暂停（{reason.strip()}）：{case.title}")
    return Done(about=row, detail={"unit": case.owner_id})
