"""会议通知：会已开."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CALL
from ..models import Call


@verb(CALL, "hold", Call)
def hold(case: Call, seat: Seat, *, held_on: date | None = None) -> Done:
    """The meeting took place; its speech is read next (documents)."""
    day = held_on or case.meeting_on or today()
    if day > today():
        raise refuse("会还没有开：日期在今天以后。")
    case.held_on = day
    return Done(detail={"on": day})
