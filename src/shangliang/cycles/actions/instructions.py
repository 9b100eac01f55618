"""Instructions (批示) and briefings: registered, reported on, made tasks, settled."""

from datetime import date

from ...actors.models import Actor, Tie
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import INSTRUCTION
from ..flow.who import DESK
from ..models import Briefing, Instruction, InstructionUnit


@act("instruction.register", "登记批示", *DESK)
def register_instruction(
    seat: Seat,
    *,
    leader: str,
    on: date,
    matter: str,
    text: str,
    units: list[int],
    due_on: date | None = None,
    about_type: str = "",
    about_id: int | None = None,
) -> Done:
    """Who wrote it, when, on what, to whom; by when the outcome is to be reported."""
    if not leader.strip() or not matter.strip() or not text.strip():
        raise refuse("谁批的、批在什么上、批了什么，都要写。")
    if on > today():
        raise refuse("批示日期不能晚于今天。")
    if due_on and due_on < on:
        raise refuse("报结果的期限不能早于批示日期。")
    wanted = list(dict.fromkeys(units))
    found = Actor.objects.filter(
        pk__in=wanted, committee_id=seat.committee_id, active=True
    ).exclude(kind=Actor.Kind.PERSON)
    if found.count() != len(wanted):
        raise refuse("有的单位不在名册里，请从名单里选。")
    row = Instruction.objects.create(
        committee_id=seat.committee_id,
        leader=leader.strip()[:80],
        on=on,
        matter=matter.strip()[:200],
        text=text.strip(),
        due_on=due_on,
        about_type=about_type,
        about_id=about_id,
        by_id=seat.person_id,
    )
    InstructionUnit.objects.bulk_create(
        InstructionUnit(committee_id=seat.committee_id, instruction=row, unit_id=pk)
        for pk in wanted
    )
    people = (
        Tie.objects.filter(
            committee_id=seat.committee_id,
            whom_id__in=wanted,
            kind__in=(Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD),
        )
        .on(today())
        .values_list("who_id", flat=True)
    )
    post(
        committee_id=seat.committee_id,
        to=people,
        kind="instruction.register",
        text=f"批示件，请办：{row.matter}",
        case=row,
        url=f"/instructions/{row.pk}/",
        needs_act=True,
    )
    return Done(case=row, detail={"units": len(wanted), "due": due_on})


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


@verb(INSTRUCTION, "report_back", Instruction)
def report_back(case: Instruction, seat: Seat, *, text: str) -> Done:
    """What was done. Answered when every unit it was given to has reported."""
    if len(text.strip()) < 6:
        raise refuse("请写办理结果。")
    mine = case.units.filter(unit_id__in=seat.units)
    mine.update(answer=text.strip(), answered_on=today())
    post(
        committee_id=case.committee_id,
        to=[case.by_id],
        kind="instruction.report",
        text=f"批示有结果报来：{case.matter}",
        case=case,
        url=f"/instructions/{case.pk}/",
        but=seat.person_id,
    )
    done = not case.units.filter(answered_on=None).exists()
    return Done(to="answered" if done else "open", detail={"all": done})


@verb(INSTRUCTION, "settle", Instruction)
def settle(case: Instruction, seat: Seat, *, reason: str = "") -> Done:
    """Settled; without every report only with a reason."""
    if case.state == "open" and not reason.strip():
        raise refuse("还有单位没有报结果。要了结，请写理由。")
    return Done(detail={"reported": case.units.exclude(answered_on=None).count()})


@act("briefing.add", "列入通报协商", *DESK)
def add_briefing(
    seat: Seat,
    *,
    matter: str,
    leader: str,
    due_on: date | None = None,
    instruction: int | None = None,
) -> Done:
    """A matter of major work and who briefs on it; the instruction that demands it, if one does."""
    if not matter.strip() or not leader.strip():
        raise refuse("请写通报什么、谁来通报。")
    basis = None
    if instruction is not None:
        basis = Instruction.objects.filter(pk=instruction, committee_id=seat.committee_id).first()
        if basis is None:
            raise refuse("没有这件批示。", "wall")
    row = Briefing.objects.create(
        committee_id=seat.committee_id,
        matter=matter.strip()[:200],
        leader=leader.strip()[:80],
        due_on=due_on,
        instruction=basis,
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"instruction": instruction})


@act("briefing.hold", "记通报协商", *DESK)
def hold_briefing(
    seat: Seat, pk: int, *, held_on: date, opinions: str = "", answer: str = ""
) -> Done:
    """That it took place, what members said, and what became of that."""
    row = (
        Briefing.objects.select_for_update(of=("self",))
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if row is None:
        raise refuse("没有这一项。", "wall")
    if held_on > today():
        raise refuse("通报日期不能晚于今天。")
    row.held_on = held_on
    row.opinions = opinions.strip() or row.opinions
    row.answer = answer.strip() or row.answer
    row.state = Briefing.State.ANSWERED if row.answer else Briefing.State.HELD
    row.save()
    return Done(case=row, detail={"on": held_on, "answered": bool(row.answer)})
