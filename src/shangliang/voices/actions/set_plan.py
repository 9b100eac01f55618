"""写共同计划."""

from datetime import date

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..charge_visit import township
from ..models import PlanItem


@act("charge.plan", "写共同计划")
def set_plan(
    seat: Seat,
    *,
    charge: int,
    what: str,
    ours: str,
    theirs: str,
    due_on: date,
    unit: int | None = None,
    done_on: date | None = None,
    result: str = "",
) -> Done:
    """One line; the same matter written again is changed. What was done needs its result."""
    row = township(seat, charge)
    if not (what.strip() and ours.strip() and theirs.strip()):
        raise refuse("请写要做的事、本会做什么、乡镇做什么。")
    if done_on and done_on > today():
        raise refuse("做成的日期不能晚于今天。")
    if done_on and not result.strip():
        raise refuse("做成了，请写做成什么。")
    units = Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.UNIT)
    line, _ = PlanItem.objects.update_or_create(
        committee_id=seat.committee_id, charge_of=row, what=what.strip()[:120],
        defaults={"ours": ours.strip()[:200], "theirs": theirs.strip()[:200], "due_on": due_on,
                  "unit": units.filter(pk=unit).first() if unit else None, "done_on": done_on,
                  "result": result.strip()[:200]},
    )  # fmt: skip
    return Done(case=row, about=line, detail={"on": due_on})
