"""商定共同计划."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..charge_visit import township


@act("charge.agree", "商定共同计划")
def agree_plan(seat: Seat, *, charge: int, on: date, whom: str) -> Done:
    """Both sides agreed on the plan as it stands: with whom, on which day."""
    row = township(seat, charge)
    if not row.plan.exists():
        raise refuse("计划里还没有一行，先写要做的事。")
    if not row.start <= on <= today():
        raise refuse("商定的日期要在包联开始以后、今天以前。")
    if not whom.strip():
        raise refuse("请写和谁商定的。")
    row.agreed_on, row.agreed_with = on, whom.strip()[:120]
    row.save()
    return Done(case=row, detail={"on": on})
