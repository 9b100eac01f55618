"""记参加方做了什么."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..project import STAFF, own_project


@act("project.credit", "记参加方做了什么", *STAFF)
def credit(seat: Seat, pk: int, *, partner: int, work: str, leaves: bool = False) -> Done:
    """What stands behind the name in the report; who left keeps their credit and sees no more."""
    project = own_project(seat, pk)
    row = project.partners.filter(pk=partner).first()
    if row is None:
        raise refuse("没有找到这个参加方。", "wall")
    if not work.strip() and not leaves:
        raise refuse("请写做了什么。")
    row.work = work.strip()[:200] or row.work
    row.left_on = today() if leaves else row.left_on
    row.save(update_fields=["work", "left_on"])
    return Done(case=project, about=row, detail={"left": leaves})
