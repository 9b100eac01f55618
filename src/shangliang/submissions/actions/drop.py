"""取消承办: a unit that need not answer is let go; the others go on."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..deliver import finish_round
from ..flow import ASSIGNMENT
from ..models import Assignment, Remark
from ..people import staff_of
from .reassign import live_set, locked, release, settle


@verb(ASSIGNMENT, "drop", Assignment)
def drop(case: Assignment, seat: Seat, *, note: str) -> Done:
    """Let the unit go, with a word why. If all others have answered, the proposal is replied."""
    if not note.strip():
        raise refuse("请写明为什么取消，单位会收到。")
    root = locked(case.submission)
    left = [(unit, role) for unit, role in live_set(root) if unit != case.unit_id]
    if not any(role != "co" for _, role in left):
        raise refuse("这是唯一答复提案人的单位，不能只取消。请改用“改办”另定主办。")
    before = case.state
    release(case)
    case.returns.filter(state="open").update(state="lapsed")
    case.state = "dropped"
    case.save(update_fields=["state"])
    settle(root, left)
    finish_round(root)
    case.state = before
    Remark.objects.create(
        committee_id=case.committee_id,
        submission=root,
        verb="drop",
        text=note.strip(),
        by_id=seat.person_id,
    )
    post(
        committee_id=case.committee_id,
        to=staff_of([case.unit_id], case.committee_id),
        kind="assignment.drop",
        text=f"取消承办：{root.number_label}《{root.title}》。{note.strip()}",
        case=root,
        url=f"/proposals/{root.pk}/",
    )
    return Done(detail={"unit": case.unit_id})
