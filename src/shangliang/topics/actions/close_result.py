"""协商成果：跟踪办结."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.models import Task
from ..flow import RESULT
from ..models import Result


@verb(RESULT, "close_result", Result)
def close_result(case: Result, seat: Seat, *, summary: str) -> Done:
    """The follow-up ends when every task of it is verified or dropped by its own table."""
    if len(summary.strip()) < 6:
        raise refuse("请写跟踪问效小结：办成了什么、还差什么。")
    running = Task.objects.filter(
        committee_id=case.committee_id,
        pk__in=case.advices.filter(task__isnull=False).values("task_id"),
    ).exclude(state__in=["verified", "dropped"])
    if left := running.count():
        raise refuse(f"还有 {left} 项任务没有核实销号，不能跟踪办结。")
    case.summary, case.closed_on = summary.strip()[:1000], today()
    return Done()
