"""协商：记做成了."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..answering import agreed
from ..flow import CONSULTATION
from ..models import Consultation


@verb(CONSULTATION, "note_done", Consultation)
def note_done(
    case: Consultation, seat: Seat, *, point: int, note: str, done_on: date | None = None
) -> Done:
    """What somebody outside the registers promised is done; a task tells its own state."""
    row = agreed(case, point)
    if row.task_id:
        raise refuse("这一条交办成了任务，做成没有由任务报结、核实。")
    if row.done_on:
        raise refuse("已经记过做成了。")
    if len(note.strip()) < 4:
        raise refuse("请写怎么做成的、在哪里看得到。")
    on = done_on or today()
    if on > today():
        raise refuse("做成的日期不能晚于今天。")
    row.done_on, row.done_note = on, note.strip()[:200]
    row.save(update_fields=["done_on", "done_note"])
    return Done(about=row)
