"""举措：改时限."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MEASURE
from ..models import Measure


@verb(MEASURE, "move_measure", Measure)
def move_measure(case: Measure, seat: Seat, *, due_on: date, why: str) -> Done:
    """Another date, with a reason; the first one stays in sight."""
    if not why.strip():
        raise refuse("请写为什么改时限。")
    if due_on < today():
        raise refuse("时限不能早于今天。")
    before, case.due_on = case.due_on, due_on
    return Done(case=case.gap, detail={"due_before": before, "due": due_on})
