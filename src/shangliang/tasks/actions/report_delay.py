"""说明滞后: why it is slow, by the list and in words; it stands beside the lamp."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TASK
from ..log import entry, office, tell
from ..models import Progress, Task
from ..rules import rules


@verb(TASK, "report_delay", Task)
def report_delay(case: Task, seat: Seat, *, code: str, text: str) -> Done:
    """A reason of the published list, and a sentence of one's own."""
    if code not in rules().delays:
        raise refuse("请从清单里选一类原因。")
    if not text.strip():
        raise refuse("请用一句话说清卡在哪里、打算怎么办。")
    case.delay_code = code
    row = entry(case, seat, Progress.Kind.DELAY, text.strip(), code=code)
    tell(
        case,
        office(case),
        "report_delay",
        f"{case.owner}说明滞后（{rules().delays[code]}）：{case.title}",
    )
    return Done(about=row, detail={"unit": case.owner_id, "reason": code})
