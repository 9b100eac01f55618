"""不同意延期: the day stands."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Request, Task
from ..requests import answer_request


@verb(TASK, "refuse_more_time", Task)
def refuse_more_time(case: Task, seat: Seat, *, note: str) -> Done:
    """With the office's reason."""
    if not note.strip():
        raise refuse("请写明为什么不同意延期。")
    asked = answer_request(case, seat, Request.Kind.TIME, Request.State.REFUSED, note)
    entry(case, seat, Progress.Kind.ANSWERED, f"不同意延期：{note.strip()}")
    tell(case, owners(case), "refuse_more_time", f"不同意延期，时限不变：{case.title}", True)
    return Done(about=asked, detail={"unit": case.owner_id})
