"""登记批示."""

from datetime import date

from ...actors.models import Actor, Tie
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Instruction, InstructionUnit


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
