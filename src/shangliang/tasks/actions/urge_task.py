"""催办: the office reminds the unit of its promise."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Task


@verb(TASK, "urge_task", Task)
def urge_task(case: Task, seat: Seat, *, note: str = "") -> Done:
    """Each urging is an entry of the log, so that it is counted."""
    row = entry(case, seat, Progress.Kind.URGED, note.strip() or "请抓紧办理，报进展。")
    tell(case, owners(case), "urge_task", f"催办承诺事项：{case.title}。{note.strip()}", True)
    return Done(about=row, detail={"unit": case.owner_id})
