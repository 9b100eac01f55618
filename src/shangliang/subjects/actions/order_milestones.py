"""定先后: what a point waits for; a ring of points waiting for each other is refused."""

from dataclasses import replace

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUBJECT
from ..models import Milestone, Subject
from ..points import milestones_of, points_of
from ..roadmap import Circle, in_order


@verb(SUBJECT, "order_milestones", Subject)
def order_milestones(
    case: Subject, seat: Seat, *, milestone: int, after: list[int] | None = None
) -> Done:
    """``after`` takes the place of what it waited for."""
    points = points_of(milestones_of(case))
    waits = list(dict.fromkeys(after or []))
    if milestone not in points or set(waits) - points.keys():
        raise refuse("没有这个节点，请从本对象的节点里选。")
    points[milestone] = replace(points[milestone], after=frozenset(waits))
    titles = dict(
        Milestone.objects.filter(committee_id=case.committee_id, subject=case).values_list(
            "pk", "title"
        )
    )
    try:
        in_order(points)
    except Circle as ring:
        names = " → ".join(titles[pk] for pk in ring.points)
        raise refuse(f"节点不能互相等：{names}。") from ring
    row = Milestone.objects.get(committee_id=case.committee_id, pk=milestone)
    row.after.set(waits)
    return Done(about=row, detail={"after": len(waits)})
