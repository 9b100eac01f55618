"""不同意改派: the unit keeps the duty; it cannot be handed on again."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..clock import await_acceptance
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Request, Task
from ..requests import answer_request


@verb(TASK, "refuse_contest", Task)
def refuse_contest(case: Task, seat: Seat, *, note: str) -> Done:
    """Back to be signed, with the office's reason."""
    if not note.strip():
        raise refuse("请写明为什么仍由该单位办。")
    asked = answer_request(case, seat, Request.Kind.CONTEST, Request.State.REFUSED, note)
    case.settled = True
    await_acceptance(case)
    entry(case, seat, Progress.Kind.ANSWERED, f"不同意改派：{note.strip()}")
    tell(case, owners(case), "refuse_contest", f"不同意改派，请签收：{case.title}", True)
    return Done(about=asked, detail={"unit": case.owner_id})
