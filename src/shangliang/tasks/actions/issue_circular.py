"""印发通报: the month's figures are frozen and every unit in them is told."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..circular import first_of, frozen, live
from ..log import tell_units
from ..models import Circular


@act("circular.issue", "印发月度通报", Role.SUPERVISOR, Role.CLERK)
def issue_circular(seat: Seat, *, month: date) -> Done:
    """Once a month. What changes afterwards shows on the board and in the next notice."""
    month = first_of(month)
    if month > today():
        raise refuse("这个月还没有到。")
    if Circular.objects.filter(committee_id=seat.committee_id, month=month).exists():
        raise refuse("这个月的通报已经印发，数字不再变；有出入请由单位在旁边说明。")
    lines = live(seat.committee_id, month)
    if not lines:
        raise refuse("这个月没有任务，没有可通报的。")
    row = Circular.objects.create(
        committee_id=seat.committee_id, month=month, figures=frozen(lines), by_id=seat.person_id
    )
    tell_units(
        row,
        [line.unit for line in lines],
        f"{month.year} 年 {month.month} 月督办通报已印发，可以在本单位数字旁说明。",
    )
    return Done(case=row, detail={"month": month, "units": len(lines)})
