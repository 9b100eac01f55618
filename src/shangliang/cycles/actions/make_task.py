"""批示：立为任务."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import INSTRUCTION
from ..models import Instruction, InstructionUnit


@verb(INSTRUCTION, "make_task", Instruction)
def make_task(
    case: Instruction, seat: Seat, *, title: str, owner: int, due_on: date | None = None
) -> Done:
    """An instruction turns to a task with its clock on the board; the act it rests on is 批示."""
    row = case.units.filter(unit_id=owner).first()
    if row is not None and row.task_id:
        raise refuse("这个单位已经按这件批示立过任务了。")
    task = assign_task(
        seat,
        title=title,
        owner=owner,
        due_on=due_on or case.due_on,
        basis=f"{case.leader}批示：{case.matter}"[:200],
        source_type="instruction",
        source_id=case.pk,
        case_type=case.about_type,
        case_id=case.about_id,
        basis_kind="instruction",
        basis_by=case.leader,
        basis_on=case.on,
    )
    if row is None:
        row = InstructionUnit(committee_id=case.committee_id, instruction=case, unit_id=owner)
    row.task_id = task.pk
    row.save()
    return Done(detail={"unit": owner, "task": task.pk})
