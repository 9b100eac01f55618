"""听取汇报与中心组学习：议定事项立为任务."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import SITTING
from ..models import Sitting, SittingPoint


@verb(SITTING, "point_task", Sitting)
def point_task(
    case: Sitting,
    seat: Seat,
    *,
    point: int,
    owner: int,
    due_on: date | None = None,
    title: str = "",
) -> Done:
    """A decision is given to a unit; the sitting is its basis."""
    row = case.points.filter(pk=point, kind=SittingPoint.Kind.DECISION).first()
    if row is None:
        raise refuse("请选一条议定事项。")
    if row.task_id:
        raise refuse("这一条已经立为任务了。")
    task = assign_task(
        seat,
        title=(title.strip() or row.text)[:300],
        owner=owner,
        due_on=due_on,
        basis=f"{case.get_kind_display()}：{case.title}"[:200],
        source_type="sitting",
        source_id=case.pk,
        case_type="sitting",
        case_id=case.pk,
        basis_kind="assigned",
        basis_by=(row.speaker or case.host or case.get_kind_display())[:80],
        basis_on=case.on,
    )
    row.task_id = task.pk
    row.save(update_fields=["task_id"])
    return Done(about=row, result=task, detail={"task": task.pk, "unit": owner})
