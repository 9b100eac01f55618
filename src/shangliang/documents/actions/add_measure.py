"""定落实措施."""

from datetime import date

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..clause_rows import clause_of
from ..flow.intake import DESK
from ..models import ClauseMeasure


def unit_of(seat: Seat, pk: int) -> Actor:
    row = Actor.objects.filter(pk=pk, committee_id=seat.committee_id, active=True).first()
    if row is None or row.kind == Actor.Kind.PERSON:
        raise refuse("没有这个责任单位，请从名单里选。")
    return row


@act("clause.measure", "定落实措施", *DESK)
def add_measure(
    seat: Seat,
    pk: int,
    *,
    owner: int,
    text: str,
    column: int = 0,
    due_on: date | None = None,
    as_task: bool = False,
    basis_by: str = "",
) -> Done:
    """A measure of one unit in one column; ``as_task``: handed over as a task besides (交办)."""
    clause = clause_of(seat, pk)
    unit = unit_of(seat, owner)
    if not text.strip():
        raise refuse("请写做什么。没有措施的条目会一直标着“没人领”。")
    if due_on and due_on < today():
        raise refuse("时限不能早于今天。")
    if not 0 <= column < max(1, len(clause.intake.columns)):
        raise refuse("没有这一栏。")
    row = ClauseMeasure.objects.create(
        committee_id=seat.committee_id,
        clause=clause,
        column=column,
        owner=unit,
        text=text.strip()[:300],
        due_on=due_on,
        by_id=seat.person_id,
    )
    if clause.owner_id is None:
        clause.owner = unit
        clause.save(update_fields=["owner"])
    if as_task:
        if not basis_by.strip():
            raise refuse("立为任务要写谁交办的。")
        task = assign_task(
            seat,
            title=row.text,
            owner=unit.pk,
            due_on=due_on,
            basis=f"《{clause.intake.title}》{clause.address}"[:200],
            source_type="clause",
            source_id=clause.pk,
            case_type="intake",
            case_id=clause.intake_id,
            basis_by=basis_by.strip(),
        )
        row.task_id = task.pk
        row.save(update_fields=["task_id"])
    return Done(case=clause.intake, about=clause, detail={"unit": unit.pk, "column": column})
