"""记节点完成."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Milestone


@act("plan.tick", "记节点完成", Role.ORGANISER)
def tick_milestone(seat: Seat, *, milestone: int, done_on: date | None = None) -> Done:
    """A node is done on a day; a missed one shows red until then."""
    row = (
        Milestone.objects.filter(committee_id=seat.committee_id, pk=milestone)
        .select_related("item__plan")
        .first()
    )
    if row is None:
        raise refuse("没有这个节点。", "wall")
    if row.done_on:
        raise refuse("这个节点已经记过完成了。")
    on = done_on or today()
    if on > today():
        raise refuse("完成日不能晚于今天。")
    row.done_on = on
    row.save(update_fields=["done_on"])
    return Done(case=row.item.plan)
