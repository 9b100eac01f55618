"""协商：交办."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..answering import agreed
from ..flow import CONSULTATION
from ..models import Consultation


@verb(CONSULTATION, "hand_over", Consultation)
def hand_over(
    case: Consultation,
    seat: Seat,
    *,
    point: int,
    owner: int,
    due_on: date | None = None,
    person_name: str = "",
) -> Done:
    """An agreed point becomes a unit's task, by this visible act alone; the unit signs for it."""
    row = agreed(case, point)
    if row.task_id:
        raise refuse("这一条已经交办过了。")
    task = assign_task(
        seat,
        title=row.text,
        owner=owner,
        due_on=due_on or row.due_on,
        basis=f"{case.kind.short}“{case.title}”商定第 {row.order} 条"
        + (f"（{case.minutes_number}）" if case.minutes_number else ""),
        source_type="point",
        source_id=row.pk,
        case_type="consultation",
        case_id=case.pk,
        person_name=person_name,
    )
    row.task, row.owner_id = task, owner
    row.owner_name = row.owner_name or task.owner.name[:60]
    row.due_on = row.due_on or task.due_on
    row.save(update_fields=["task", "owner", "owner_name", "due_on"])
    return Done(about=row, detail={"unit": owner, "task": task.pk}, result=task)
