"""签收: the unit takes the duty."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import TASK
from ..log import entry, office, tell
from ..models import Progress, Task


@verb(TASK, "accept_task", Task)
def accept_task(case: Task, seat: Seat) -> Done:
    """The clock to its due date runs on; the one of signing is met."""
    case.accepted_on = today()
    row = entry(case, seat, Progress.Kind.ACCEPTED, f"{case.owner}签收。")
    tell(case, [case.assigned_by_id or 0], "accept_task", f"{case.owner}已签收：{case.title}")
    if not case.assigned_by_id:
        tell(case, office(case), "accept_task", f"{case.owner}已签收：{case.title}")
    return Done(about=row, detail={"unit": case.owner_id})
