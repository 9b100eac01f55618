"""申请延期: before the day is past, with a reason and a new day; the office answers."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TASK
from ..log import entry, office, tell
from ..models import Progress, Request, Task
from ..rules import rules


@verb(TASK, "ask_more_time", Task)
def ask_more_time(case: Task, seat: Seat, *, until: date, code: str, reason: str) -> Done:
    """Until it is granted the old day stands."""
    if case.due_on is None or until <= case.due_on:
        raise refuse("新的日期要晚于现在的时限。")
    if code not in rules().delays:
        raise refuse("请从清单里选一类原因。")
    if not reason.strip():
        raise refuse("请写明为什么按时办不完、多出的时间做什么。")
    asked = Request.objects.create(
        committee_id=case.committee_id,
        task=case,
        kind=Request.Kind.TIME,
        unit_id=case.owner_id,
        reason=reason.strip(),
        code=code,
        until=until,
        by_id=seat.person_id,
        asked_on=today(),
    )
    entry(case, seat, Progress.Kind.TIME, f"申请延到 {until:%Y-%m-%d}：{reason.strip()}", code=code)
    tell(case, office(case), "ask_more_time", f"{case.owner}申请延期：{case.title}", True)
    return Done(about=asked, detail={"until": until, "reason": code})
