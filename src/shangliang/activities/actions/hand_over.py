"""发现：转为任务."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FINDING
from ..models import Finding


@verb(FINDING, "hand_over", Finding)
def hand_over(
    case: Finding, seat: Seat, *, title: str, due_on: date | None = None, basis: str = ""
) -> Done:
    """交办 is a visible act: the finding becomes a duty of the unit named."""
    from ...tasks.actions.assign_task import assign_task

    if not title.strip():
        raise refuse("请写要办的事。")
    if case.unit_id is None:
        raise refuse("还没有写明有关单位。")
    task = assign_task(
        seat,
        title=title.strip(),
        owner=case.unit_id,
        due_on=due_on,
        basis=basis.strip() or case.clause or "视察发现",
        source_type="finding",
        source_id=case.pk,
    )
    case.task = task
    return Done(detail={"task": task.pk, "unit": case.unit_id})
