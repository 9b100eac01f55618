"""A result on its way: numbered, delivered, instructed, answered advice by advice, followed up."""

from datetime import date

from ...actors.models import Actor
from ...procedures.numbering import allot
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ...tasks.models import Task
from ..flow import RESULT
from ..flow.people import author
from ..intake import keep_secrets_out
from ..models import Advice, Delivery, Result
from ..presets import result_kinds
from ..telling import tell, unit_people
from .writing import advice_of


@verb(RESULT, "issue_result", Result)
def issue_result(case: Result, seat: Seat) -> Done:
    """The number is given here, without a gap; units named in it are told."""
    kind, year = result_kinds()[case.kind], today().year
    number = allot(case.committee_id, f"result:{case.kind}:{year}")
    case.number = kind.number.format(year=year, n=number)
    case.issued_on, case.issued_by_id = today(), seat.person_id
    case.deliveries.update(delivered_on=today())
    units = {a.unit_id for a in case.advices.all() if a.unit_id}
    units |= {d.unit_id for d in case.deliveries.all() if d.unit_id}
    tell(
        case,
        unit_people(case.committee_id, units),
        "result.issued",
        f"{kind.label}送达，请逐条答复：{case.title}",
        seat,
    )
    return Done(detail={"number": number, "kind": case.kind})


@verb(RESULT, "record_instruction", Result)
def record_instruction(
    case: Result,
    seat: Seat,
    *,
    delivery: int,
    text: str,
    by: str,
    on: date,
    unit: int | None = None,
) -> Done:
    """What the addressee wrote on it (批示), by office, on which day, to which unit it went."""
    row: Delivery | None = case.deliveries.filter(pk=delivery).first()
    if row is None:
        raise refuse("请选是哪一家的批示。")
    if not text.strip() or not by.strip():
        raise refuse("请写批示内容和批示人的职务。")
    if on > today() or (row.delivered_on and on < row.delivered_on):
        raise refuse("批示的日期要在送达之后、今天之前。")
    if unit and not Actor.objects.filter(
        committee_id=case.committee_id, pk=unit, kind=Actor.Kind.UNIT
    ):
        raise refuse("没有这个单位。")
    keep_secrets_out(text)
    row.instruction, row.instructed_by, row.instructed_on = text.strip()[:1000], by.strip()[:60], on
    row.unit_id = unit or row.unit_id
    row.save()
    return Done(about=row, detail={"unit": unit})


@verb(RESULT, "answer_advice", Result)
def answer_advice(case: Result, seat: Seat, *, advice: int, outcome: str, text: str) -> Done:
    """Taken, partly, or explained why not; a unit answers what was put to it."""
    row = advice_of(case, advice)
    if author(seat, case) is not None and row.unit_id not in seat.units:
        raise refuse("这一条不是向您单位提的。", "who")
    if outcome not in Advice.Outcome.values:
        raise refuse("请选：采纳、部分采纳，还是未采纳并说明。")
    if len(text.strip()) < 6:
        raise refuse("请写答复：采纳的怎么办、何时办；不采纳的说明原因。")
    keep_secrets_out(text)
    row.outcome, row.answer = outcome, text.strip()[:2000]
    row.answered_on, row.answered_by_id = today(), seat.person_id
    row.save(update_fields=["outcome", "answer", "answered_on", "answered_by"])
    left = case.advices.filter(outcome="").exists()
    tell(case, [case.made_by_id], "result.answer", f"第 {row.order} 条有了答复：{case.title}", seat)
    return Done(
        to="issued" if left else "answered",
        about=row,
        detail={"order": row.order, "outcome": outcome, "unit": row.unit_id},
    )


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


@verb(RESULT, "close_result", Result)
def close_result(case: Result, seat: Seat, *, summary: str) -> Done:
    """The follow-up ends when every task of it is verified or dropped by its own table."""
    if len(summary.strip()) < 6:
        raise refuse("请写跟踪问效小结：办成了什么、还差什么。")
    running = Task.objects.filter(
        committee_id=case.committee_id,
        pk__in=case.advices.filter(task__isnull=False).values("task_id"),
    ).exclude(state__in=["verified", "dropped"])
    if left := running.count():
        raise refuse(f"还有 {left} 项任务没有核实销号，不能跟踪办结。")
    case.summary, case.closed_on = summary.strip()[:1000], today()
    return Done()
