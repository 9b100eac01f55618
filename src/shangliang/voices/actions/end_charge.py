"""结束包联."""

from datetime import date

from ...actors.actions.charge import let_go
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..charge import OFFICE, mine


@act("charge.end", "结束包联", *OFFICE)
def end_charge(seat: Seat, *, charge: int, on: date | None = None) -> Done:
    row = mine(seat, charge)
    row.end = on or today()
    if row.end < row.start:
        raise refuse("结束日早于开始日。")
    row.save(update_fields=["end"])
    if row.tie:
        let_go(row.tie, row.end)
    return Done(case=row, detail={"on": row.end})
