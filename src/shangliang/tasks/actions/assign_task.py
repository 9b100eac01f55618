"""交办任务: the visible act that makes a duty of words (交办／批示／认领; catalogue E12).

Called by the rooms words come from: a consultation, an inspection, an instruction, a gap, a clause.
The unit then signs for it, or says whose it rather is.
"""

from collections.abc import Iterable
from datetime import date

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..clock import await_acceptance, set_clock
from ..log import heads_and_staff, tell
from ..models import Partner, Task

ASSIGNERS = (
    Role.SUPERVISOR,
    Role.CLERK,
    Role.LEADER,
    Role.ORGANISER,
    Role.CONVENOR,
    Role.EDITOR,
)
# Who can be charged with a duty: a body, never a person.
BODIES = (
    Actor.Kind.UNIT,
    Actor.Kind.COUNTY,
    Actor.Kind.SPECIAL_COMMITTEE,
    Actor.Kind.ORGANISATION,
    Actor.Kind.PARTY,
    Actor.Kind.FIRM,
    Actor.Kind.ROOM,
)


@act("task.assign", "交办任务")
def assign_task(
    seat: Seat,
    *,
    title: str,
    owner: int,
    partners: Iterable[int] = (),
    due_on: date | None = None,
    basis: str = "",
    source_type: str = "",
    source_id: int | None = None,
    case_type: str = "",
    case_id: int | None = None,
    person_name: str = "",
    basis_kind: str = "",
    basis_by: str = "",
    basis_on: date | None = None,
    standard: str = "",
    subject_id: int | None = None,
) -> Done:
    """A task of the lead unit ``owner`` with joint units ``partners``; returns the Task.

    ``basis`` says in words what the act rests on; ``basis_kind`` is assigned, instruction or
    claimed (told by who acts, when left empty), ``basis_by`` whose act, ``basis_on`` its day. A
    unit may claim a duty of its own (认领): then it is signed for already. Raises Refused.
    """
    claimed = owner in seat.units and not seat.has(Role.SUPERVISOR, Role.CLERK)
    if not (claimed or seat.has(*ASSIGNERS)):
        names = "、".join(role.label for role in ASSIGNERS)
        raise refuse(f"只有{names}可以交办；单位可以认领自己的事。", "who")
    if not title.strip():
        raise refuse("请写明要办什么事。")
    if due_on and due_on < today():
        raise refuse("时限不能早于今天。")
    kind = basis_kind or (Task.Basis.CLAIMED if claimed else Task.Basis.ASSIGNED)
    if kind not in Task.Basis.values:
        raise refuse("依据请选交办、批示或认领。")
    if basis_on and basis_on > today():
        raise refuse("批示、交办的日期不能晚于今天。")
    others = [pk for pk in dict.fromkeys(partners) if pk != owner]
    units = in_charge(seat, [owner, *others])
    names = "、".join(str(units[pk]) for pk in others)
    task = Task.objects.create(
        committee_id=seat.committee_id,
        kind=Task.Kind.ASSIGNED,
        state="doing" if claimed else "offered",
        title=title.strip()[:300],
        owner=units[owner],
        person_name=person_name.strip()[:60],
        partner_names=names[:300],
        basis=basis.strip()[:200],
        basis_kind=kind,
        basis_by=(basis_by.strip() or str(units[owner] if claimed else seat.name))[:80],
        basis_on=basis_on or today(),
        assigned_by_id=seat.person_id,
        accepted_on=today() if claimed else None,
        standard=standard.strip()[:300],
        source_type=source_type,
        source_id=source_id,
        case_type=case_type,
        case_id=case_id,
        subject_id=subject_id or (case_id if case_type == "subject" else None),
        started_on=today(),
        due_on=due_on,
        first_due_on=due_on,
    )
    Partner.objects.bulk_create(
        Partner(committee_id=seat.committee_id, task=task, unit_id=pk) for pk in others
    )
    set_clock(task)
    if not claimed:
        await_acceptance(task)
        tell(
            task, heads_and_staff(task, [owner]), "assign", f"交办任务，请签收：{task.title}", True
        )
    tell(task, heads_and_staff(task, others), "assign", f"请协办任务：{task.title}")
    return Done(
        case=task,
        detail={"unit": owner, "partners": len(others), "kind": kind, "source": source_type},
    )


def in_charge(seat: Seat, ids: list[int]) -> dict[int, Actor]:
    """The bodies named, all of this committee; nothing is assigned over the wall (E12)."""
    found = Actor.objects.filter(
        committee_id=seat.committee_id, kind__in=BODIES, active=True
    ).in_bulk(ids)
    if len(found) != len(set(ids)):
        raise refuse("没有这个责任单位，或者它不在本级，请从名册里选。")
    return found
