"""举措：交办成任务."""

from ...journal.kinds import type_of
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import MEASURE
from ..models import Measure


@verb(MEASURE, "assign_measure", Measure)
def assign_measure(case: Measure, seat: Seat, *, basis: str) -> Done:
    """交办: only this visible act makes a task of a measure (E12)."""
    if not basis.strip():
        raise refuse("请写依据：哪次会议、哪份批示或通报。")
    task = assign_task(
        seat,
        title=case.text,
        owner=case.owner_id,
        due_on=max(case.due_on, today()),
        basis=basis.strip(),
        source_type=type_of(case),
        source_id=case.pk,
        case_type=type_of(case.gap),
        case_id=case.gap_id,
        person_name=case.person_name,
    )
    case.task_id = task.pk
    return Done(case=case.gap, detail={"task": task.pk, "owner": case.owner_id})
