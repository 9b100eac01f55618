"""改时限: the office moves the promised day, with a reason; the first promise stays to be seen."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..clock import set_clock
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Task


@verb(TASK, "change_due", Task)
def change_due(case: Task, seat: Seat, *, due_on: date, reason: str) -> Done:
    """``first_due_on`` is what was promised; ``due_on`` what is asked now."""
    if not reason.strip():
        raise refuse("请写明为什么改时限。")
    if due_on < today():
        raise refuse("新的时限不能早于今天。")
    if due_on == case.due_on:
        raise refuse("时限没有变。")
    before = case.due_on
    case.first_due_on = case.first_due_on or due_on
    case.due_on = due_on
    set_clock(case)
    words = f"{before:%Y-%m-%d}" if before else "未定"
    row = entry(case, seat, Progress.Kind.DUE, f"{words} 改到 {due_on:%Y-%m-%d}：{reason.strip()}")
    tell(case, owners(case), "change_due", f"承诺时限改到 {due_on:%Y-%m-%d}：{case.title}")
    return Done(about=row, detail={"was": before, "due": due_on})
