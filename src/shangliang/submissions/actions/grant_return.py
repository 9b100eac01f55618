"""同意申退: the unit is let go and, where another is named, the matter is handed over at once."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ASSIGNMENT
from ..models import Assignment
from ..people import staff_of
from .edit import own
from .reassign import live_set, locked, release, settle, tell_new


@verb(ASSIGNMENT, "grant_return", Assignment)
def grant_return(
    case: Assignment, seat: Seat, *, new_unit: int | None = None, answer: str = ""
) -> Done:
    """Grant; ``new_unit`` takes the same role, its clocks start today, the old unit's are dropped.

    Raises Refused when nobody would be left to answer the proposer.
    """
    root = locked(case.submission)
    units = dict(live_set(root))
    role = units.pop(case.unit_id, case.role)
    if new_unit:
        if own(root, "unit", new_unit) is None or new_unit == case.unit_id:
            raise refuse("请在本级承办单位名册里另选一个单位。")
        if units.get(new_unit) not in (None, "co"):
            raise refuse("所选单位已经在办这一件，请改用“改办”调整主办会办。")
        units[new_unit] = role
    if not set(units.values()) & {"lead", "sole", "each"}:
        raise refuse("退回后没有单位答复提案人，请选改由哪个单位承办。")
    request = case.returns.filter(state="open").first()
    assert request is not None
    request.state, request.answer = "granted", answer.strip()
    request.answered_by_id, request.answered_at = seat.person_id, timezone.now()
    request.save()
    release(case)
    case.state = "returned"  # so that settling the rest no longer counts this unit
    case.save(update_fields=["state"])
    fresh = settle(root, list(units.items()))
    case.state = "contested"  # the table moves it: the event names where it came from
    tell_new(root, fresh)
    post(
        committee_id=case.committee_id,
        to=staff_of([case.unit_id], case.committee_id),
        kind="assignment.grant_return",
        text=f"同意申退：{root.number_label}《{root.title}》，不再由贵单位承办",
        case=root,
        url=f"/proposals/{root.pk}/",
    )
    return Done(
        about=request,
        detail={"unit": case.unit_id, "new": new_unit or 0, "issued": [r.unit_id for r in fresh]},
    )
