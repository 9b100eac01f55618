"""自报履职."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Deed


@act("deed.report", "自报履职", Role.MEMBER)
def report_deed(
    seat: Seat, *, what: str, title: str, on: date, level: str = "", evidence: str = ""
) -> Done:
    """Waits for the office; nothing of it counts before."""
    if what not in Deed.What.values:
        raise refuse("请选是什么。")
    if level not in Deed.Level.values:
        raise refuse("请选级别。")
    if not title.strip():
        raise refuse("请写做了什么。")
    if on > today():
        raise refuse("日期不能晚于今天。")
    row = Deed.objects.create(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        what=what,
        level=level,
        title=title.strip()[:120],
        on=on,
        evidence=evidence.strip()[:200],
    )
    return Done(case=row, detail={"what": what})
