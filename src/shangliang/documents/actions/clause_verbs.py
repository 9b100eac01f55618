"""What is done with a clause: who carries it out, by which measure, how far, how often it is used.

A clause that nobody takes stays in sight as unclaimed; it can become a topic in one step (S-085).
"""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ...topics.actions.nominate import nominate
from ..flow.intake import DESK
from ..models import Clause, ClauseMeasure, ClauseUse, Document
from ..queries import measures
from .store import store

S = ClauseMeasure.State


def clause_of(seat: Seat, pk: int) -> Clause:
    """A clause of the seat's committee, locked."""
    row = (
        Clause.objects.select_for_update(of=("self",))
        .select_related("intake")
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if row is None:
        raise refuse("没有找到这一条。", "wall")
    return row


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


@act("clause.report", "报落实情况")
def report_measure(
    seat: Seat,
    pk: int,
    *,
    state: str,
    result: str = "",
    money: Decimal | None = None,
    obstacle: str = "",
    evidence: UploadedFile | None = None,
) -> Done:
    """How far a measure is: by the unit itself or the office. Done needs what was achieved."""
    row = measures(seat).select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        raise refuse("没有找到这项措施，或者它不是本单位的。", "wall")
    if not (seat.has(*DESK) or row.owner_id in seat.units):
        raise refuse("只有责任单位和承办拆解的部门可以报。", "who")
    if state not in S.values:
        raise refuse("请选现在到哪一步。")
    if state == S.DONE and not result.strip():
        raise refuse("报已落实要写结果：办成了什么，在哪里看得到。")
    if state == S.BLOCKED and not obstacle.strip():
        raise refuse("请写卡在哪里。")
    if money is not None and (money < 0 or money >= Decimal(10) ** 11):
        raise refuse("金额以万元计，请核对。")
    if evidence is not None:
        row.evidence = store(
            seat, row.clause.intake, evidence, Document.Kind.EVIDENCE, about=row.clause
        )
    row.state, row.result, row.obstacle = state, result.strip()[:300], obstacle.strip()[:300]
    row.money = money if money is not None else row.money
    row.done_on = today() if state == S.DONE else None
    row.save()
    return Done(
        case=row.clause.intake, about=row.clause, detail={"state": state, "unit": row.owner_id}
    )


@act("clause.use", "记使用数", *DESK)
def record_use(seat: Seat, pk: int, *, count: int, on: date | None = None) -> Done:
    """How many firms or people a clause of a policy reached up to a day; zero is a finding too."""
    clause = clause_of(seat, pk)
    day = on or today()
    if day > today():
        raise refuse("截至日期不能晚于今天。")
    if not 0 <= count < 10**9:
        raise refuse("受益数写一个不小于 0 的整数。")
    row = ClauseUse.objects.create(
        committee_id=seat.committee_id, clause=clause, on=day, count=count, by_id=seat.person_id
    )
    return Done(case=clause.intake, about=clause, detail={"count": count}, result=row)


@act("clause.topic", "条目转为议题", *DESK)
def clause_to_topic(seat: Seat, pk: int) -> Done:
    """A clause nobody took becomes a topic, with the clause as its source."""
    clause = clause_of(seat, pk)
    topic = nominate(
        seat,
        title=clause.text[:200],
        source="party",
        text=f"出处：《{clause.intake.title}》{clause.address}。",
        about_type="clause",
        about_id=clause.pk,
    )
    return Done(case=clause.intake, about=clause, detail={"topic": topic.pk}, result=topic)
