"""听取汇报与中心组学习：去掉一条."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SITTING
from ..models import Sitting


@verb(SITTING, "drop_point", Sitting)
def drop_point(case: Sitting, seat: Seat, *, point: int) -> Done:
    """One that was noted wrongly. A point that became a task stays."""
    row = case.points.filter(pk=point).first()
    if row is None:
        raise refuse("没有这一条。", "wall")
    if row.task_id:
        raise refuse("这一条已经立为任务，不能去掉。任务不办了，请在任务页取消。")
    kind = row.kind
    row.delete()
    return Done(detail={"kind": kind})
