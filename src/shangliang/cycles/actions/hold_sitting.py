"""听取汇报与中心组学习：会已开."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SITTING
from ..models import Sitting


@verb(SITTING, "hold_sitting", Sitting)
def hold_sitting(case: Sitting, seat: Seat, *, on: date | None = None) -> Done:
    """It took place."""
    day = on or case.on
    if day > today():
        raise refuse("会还没有开：日期在今天以后。")
    case.on = day
    return Done(detail={"on": day})
