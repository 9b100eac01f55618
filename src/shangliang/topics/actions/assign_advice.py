"""协商成果：交办一条建议."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import RESULT
from ..models import Result
from ..writing import advice_of


@verb(RESULT, "assign_advice", Result)
def assign_advice(
    case: Result,
    seat: Seat,
    *,
    advice: int,
    owner: int,
    due_on: date | None = None,
    basis: str = "",
) -> Done:
    """A recommendation becomes a task only by this visible act; an instruction is its basis if any."""
    row = advice_of(case, advice)
    if row.task_id:
        raise refuse("这一条已经交办过了。")
    said = case.deliveries.filter(instructed_on__isnull=False).order_by("instructed_on").first()
    words = basis.strip() or f"{case.number}第 {row.order} 条"
    task = assign_task(
        seat,
        title=row.text,
        owner=owner,
        due_on=due_on,
        basis=words,
        basis_kind="instruction" if said else "assigned",
        basis_by=said.instructed_by if said else "",
        basis_on=said.instructed_on if said else None,
        source_type="advice",
        source_id=row.pk,
        case_type="result",
        case_id=case.pk,
    )
    row.task, row.unit_id = task, row.unit_id or owner
    row.save(update_fields=["task", "unit"])
    return Done(about=row, detail={"order": row.order, "unit": owner}, result=task)
