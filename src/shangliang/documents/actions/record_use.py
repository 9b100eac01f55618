"""记使用数."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..clause_rows import clause_of
from ..flow.intake import DESK
from ..models import ClauseUse


@act("clause.use", "记使用数", *DESK)
def record_use(seat: Seat, pk: int, *, count: int, on: date | None = None) -> Done:
    """How many firms or people a clause of a policy reached up to a day; zero is a finding too."""
    clause = clause_of(seat, pk)
    day = on or today()
    if day > today():
        raise refuse("截至日期不能晚于今天。")
    if not 0 <= count < 10**9:
        raise refuse("受益数写一个不小于 0 的整数。")
    row = ClauseUse.objects.create(
        committee_id=seat.committee_id, clause=clause, on=day, count=count, by_id=seat.person_id
    )
    return Done(case=clause.intake, about=clause, detail={"count": count}, result=row)
