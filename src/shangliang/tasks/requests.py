"""Answering what a unit asked: another unit, more time."""

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Request, Task


def answer_request(task: Task, seat: Seat, kind: str, state: str, note: str) -> Request:
    """Close the open request of a kind. Raises Refused when there is none."""
    asked = task.requests.filter(kind=kind, state=Request.State.OPEN).first()
    if asked is None:
        raise refuse("没有在等答复的申请。")
    asked.state, asked.answer = state, note.strip()
    asked.answered_by_id, asked.answered_on = seat.person_id, today()
    asked.save()
    return asked
