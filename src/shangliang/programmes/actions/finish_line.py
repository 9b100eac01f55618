"""任务做完了: with what came of it."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROGRAMME
from ..models import Programme, Undertaking


def open_line(case: Programme, pk: int) -> Undertaking:
    """A task neither done nor dropped. Raises Refused."""
    row = case.lines.filter(pk=pk, done_on__isnull=True, dropped_why="").first()
    if row is None:
        raise refuse("没有找到这项任务，或者已经有结果了。", "wall")
    return row


@verb(PROGRAMME, "finish_line", Programme)
def finish_line(case: Programme, seat: Seat, *, line: int, result: str) -> Done:
    """Done without a result is not done."""
    row = open_line(case, line)
    if not result.strip():
        raise refuse("请写结果：做成了什么，凭什么说做成了。")
    row.done_on, row.result = today(), result.strip()[:300]
    row.save(update_fields=["done_on", "result"])
    return Done(about=row)
