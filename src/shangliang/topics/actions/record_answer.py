"""联合协商（本方）：登记答复."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SIDE
from ..intake import keep_secrets_out
from ..models import Side


@verb(SIDE, "record_answer", Side)
def record_answer(case: Side, seat: Seat, *, text: str, by: str, on: date) -> Done:
    """The answer or instruction of this city's addressee."""
    if len(text.strip()) < 4 or not by.strip():
        raise refuse("请写答复内容和是谁的答复（职务或机关）。")
    if on > today() or (case.delivered_on and on < case.delivered_on):
        raise refuse("答复的日期要在送达之后、今天之前。")
    keep_secrets_out(text)
    case.answer, case.answered_by, case.answered_on = text.strip()[:2000], by.strip()[:60], on
    return Done()
