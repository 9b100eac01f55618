"""推迟节点: one slips, and every later point that must, moves with it (S-164)."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUBJECT
from ..models import Milestone, Subject
from ..points import milestones_of, points_of
from ..roadmap import slipped


@verb(SUBJECT, "move_milestone", Subject)
def move_milestone(case: Subject, seat: Seat, *, milestone: int, due_on: date, why: str) -> Done:
    """Forward or back. Those moved along say because of which; first plans stay to be seen."""
    points = points_of(milestones_of(case))
    if milestone not in points:
        raise refuse("没有这个节点。")
    if points[milestone].done:
        raise refuse("这个节点已经完成，不用再改。")
    if due_on == points[milestone].due:
        raise refuse("日期没有变。")
    if not why.strip():
        raise refuse("请写为什么改。")
    before = [points[pk] for pk in points[milestone].after if pk in points]
    if any((p.done or p.due) > due_on for p in before):
        raise refuse("新的日期早于它要等的节点，请改晚。")
    changed = slipped(points, milestone, due_on)
    rows = Milestone.objects.filter(committee_id=case.committee_id).in_bulk(changed)
    for pk, day in changed.items():
        row = rows[pk]
        row.due_on = day
        row.moved_because = (
            why.strip() if pk == milestone else f"随“{rows[milestone].title}”顺延"
        )[:200]
        row.save(update_fields=["due_on", "moved_because"])
    return Done(about=rows[milestone], detail={"due": due_on, "moved": len(changed) - 1})
