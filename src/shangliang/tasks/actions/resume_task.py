"""恢复: the task runs again, with the days of the pause given back."""

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..clock import KIND
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Task


@verb(TASK, "resume_task", Task)
def resume_task(case: Task, seat: Seat, *, note: str = "") -> Done:
    """The due date moves by as many days as it stood."""
    if clock := clocks.running(case, KIND).first():
        clocks.resume(clock)
        case.due_on = clock.due_on
    case.paused_on = None
    row = entry(case, seat, Progress.Kind.RESUMED, note.strip() or "恢复办理。")
    tell(case, owners(case), "resume_task", f"恢复办理：{case.title}", True)
    return Done(about=row, detail={"due": case.due_on})
