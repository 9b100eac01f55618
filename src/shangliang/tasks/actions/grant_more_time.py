"""同意延期: the day moves as asked or less far; what was promised first stays to be seen."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..clock import set_clock
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Request, Task
from ..requests import answer_request


@verb(TASK, "grant_more_time", Task)
def grant_more_time(case: Task, seat: Seat, *, until: date | None = None, note: str = "") -> Done:
    """``until``: the day granted; empty: the day asked for."""
    asked = answer_request(case, seat, Request.Kind.TIME, Request.State.GRANTED, note)
    day = until or asked.until
    if day is None or (case.due_on and day <= case.due_on):
        raise refuse("同意的日期要晚于现在的时限。")
    if asked.until and day > asked.until:
        raise refuse("同意的日期不能晚于单位申请的日期。")
    before, case.due_on, case.told_level = case.due_on, day, 0
    set_clock(case)
    entry(case, seat, Progress.Kind.ANSWERED, f"同意延到 {day:%Y-%m-%d}。{note.strip()}")
    tell(case, owners(case), "grant_more_time", f"同意延到 {day:%Y-%m-%d}：{case.title}")
    return Done(about=asked, detail={"was": before, "due": day})
