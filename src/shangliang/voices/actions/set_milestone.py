"""登记项目节点."""

from datetime import date

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..charge import mine
from ..models import Charge, Milestone


@act("charge.milestone", "登记项目节点")
def set_milestone(
    seat: Seat,
    *,
    charge: int,
    milestone: int | None = None,
    title: str = "",
    planned_on: date | None = None,
    done_on: date | None = None,
    obstacle: str = "",
    owner: int | None = None,
) -> Done:
    """Planned, done, and what stands in the way with whose it is (S-076)."""
    row = mine(seat, charge)
    if row.kind != Charge.Kind.PROJECT:
        raise refuse("只有项目有节点。")
    stone = row.milestones.filter(pk=milestone).first() if milestone else Milestone(
        committee_id=seat.committee_id, charge_of=row
    )  # fmt: skip
    if stone is None:
        raise refuse("没有找到这个节点。", "wall")
    stone.title = title.strip()[:120] or stone.title
    stone.planned_on = planned_on or stone.planned_on
    stone.done_on = done_on
    if not stone.title or not stone.planned_on:
        raise refuse("请写节点和计划日期。")
    if done_on and done_on > today():
        raise refuse("完成日期不能晚于今天。")
    units = Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.UNIT)
    stone.obstacle = obstacle.strip()[:300]
    stone.obstacle_owner = units.filter(pk=owner).first() if owner else None
    if stone.obstacle and stone.obstacle_owner is None:
        raise refuse("卡住了，请选卡在哪个单位。")
    stone.save()
    return Done(case=row, about=stone, detail={"on": stone.planned_on})
