"""归到对象: the task is about this project, park or fund; it then shows on its page."""

from ...procedures.perform import Done, verb
from ...procedures.reach import REACH
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TASK
from ..models import Task


@verb(TASK, "place_task", Task)
def place_task(case: Task, seat: Seat, *, subject: int | None = None) -> Done:
    """``subject``: the thing's id; empty: of none. Asked of the room that keeps things."""
    if subject is not None:
        rows = REACH["subject"](seat) if "subject" in REACH else None
        if rows is None or not rows.filter(pk=subject).exists():
            raise refuse("没有这个对象，请从登记册里选。")
    before, case.subject_id = case.subject_id, subject
    return Done(detail={"was": before or 0, "subject": subject or 0})
