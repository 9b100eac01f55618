"""交办一条: an agreed point becomes a task with an owner and a date; the round says so."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...tasks.actions.assign_task import assign_task
from ..became import point_of
from ..flow import ROUND
from ..models import FollowUp, Round


@verb(ROUND, "hand_over", Round)
def hand_over(
    case: Round, seat: Seat, *, number: int, owner: int, due_on: date, title: str = ""
) -> Done:
    """A consultation advises; this visible act makes the duty."""
    statement, _ = point_of(case, number)
    task = assign_task(
        seat,
        title=(title.strip() or statement.text)[:300],
        owner=owner,
        due_on=due_on,
        basis=f"线上商量“{case.title}”第 {number} 条"[:200],
        source_type="round",
        source_id=case.pk,
    )
    FollowUp.objects.create(
        committee_id=case.committee_id,
        round=case,
        statement=statement,
        kind=FollowUp.Kind.TASK,
        text=f"第 {number} 条交{task.owner}办，{due_on:%Y-%m-%d} 前",
        on=today(),
        link_type="task",
        link_id=task.pk,
        by_id=seat.person_id,
    )
    return Done(detail={"number": number, "task": task.pk})
