"""加节点: a point of the road map, with what it waits for."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUBJECT
from ..models import Milestone, Subject
from ..points import milestones_of, points_of
from .add_subject import body

MOST = 100


@verb(SUBJECT, "add_milestone", Subject)
def add_milestone(
    case: Subject,
    seat: Seat,
    *,
    title: str,
    due_on: date,
    days: int = 0,
    unit: int | None = None,
    after: list[int] | None = None,
) -> Done:
    """``after``: ids of points of the same thing; ``days`` it takes once they are done."""
    if not title.strip():
        raise refuse("请写节点是什么。")
    if not 0 <= days <= 3650:
        raise refuse("需要的天数写 0 到 3650。")
    known = points_of(milestones_of(case))
    if len(known) >= MOST:
        raise refuse(f"一张路线图最多 {MOST} 个节点。")
    waits = list(dict.fromkeys(after or []))
    if unknown := set(waits) - known.keys():
        raise refuse(f"没有这 {len(unknown)} 个前置节点，请从本对象的节点里选。")
    late = [known[pk] for pk in waits if (known[pk].done or known[pk].due) > due_on]
    if late:
        raise refuse("计划日期早于它要等的节点，请改晚，或去掉前置。")
    row = Milestone.objects.create(
        committee_id=case.committee_id,
        subject=case,
        title=title.strip()[:120],
        unit=body(seat, unit),
        due_on=due_on,
        first_due_on=due_on,
        days=days,
    )
    row.after.set(waits)
    return Done(about=row, detail={"due": due_on, "after": len(waits)})
