"""不同意申退: the unit must handle it, and reads why (拒绝申退)."""

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ASSIGNMENT
from ..models import Assignment
from ..people import staff_of


@verb(ASSIGNMENT, "refuse_return", Assignment)
def refuse_return(case: Assignment, seat: Seat, *, answer: str) -> Done:
    """Refuse with an answer. The unit counts as having signed; its reply clock never stood still."""
    if not answer.strip():
        raise refuse("不同意的请写明为什么，单位才好照办。")
    request = case.returns.filter(state="open").first()
    assert request is not None
    request.state, request.answer = "refused", answer.strip()
    request.answered_by_id, request.answered_at = seat.person_id, timezone.now()
    request.save()
    case.signed_at = case.signed_at or timezone.now()
    clocks.drop(case, ["return"])
    root = case.submission
    post(
        committee_id=case.committee_id,
        to=staff_of([case.unit_id], case.committee_id),
        kind="assignment.refuse_return",
        text=f"不同意申退，请照办：{root.number_label}《{root.title}》",
        case=root,
        url="/unit/",
        needs_act=True,
    )
    return Done(about=request, detail={"unit": case.unit_id})
