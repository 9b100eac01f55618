"""取消: a promise that no longer stands, with the reason; it stays in the ledger as cancelled."""

from ...procedures import clocks
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..clock import ACCEPT, KIND
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Task
from ..whole import carry_up


@verb(TASK, "drop_task", Task)
def drop_task(case: Task, seat: Seat, *, reason: str) -> Done:
    """The clock is neither met nor late."""
    if not reason.strip():
        raise refuse("请写明为什么取消，台账里一直看得到。")
    row = entry(case, seat, Progress.Kind.DROPPED, reason.strip())
    case.dropped_on = today()
    clocks.drop(case, [KIND, ACCEPT])
    tell(case, owners(case), "drop_task", f"承诺事项已取消：{case.title}")
    carry_up(case, "dropped")
    return Done(about=row, detail={"unit": case.owner_id})
