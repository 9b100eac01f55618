"""申退: a reason of the rulebook, words, and a better unit, before the cut-off (docs/field.md 1.6)."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ASSIGNMENT
from ..models import Assignment, ReturnRequest
from ..people import supervisors
from .edit import own


@verb(ASSIGNMENT, "ask_return", Assignment)
def ask_return(
    case: Assignment,
    seat: Seat,
    *,
    reason_code: str,
    reason: str,
    better_unit: int | None = None,
) -> Done:
    """Ask to be let go. The unit may not pass the matter on by itself: the office answers."""
    known = {r.code for r in case.rules.return_reasons}
    if known and reason_code not in known:
        raise refuse("请选申退的情形。")
    if not reason.strip():
        raise refuse("请写明申退的理由，交办机构据此答复。")
    better = own(case.submission, "unit", better_unit)
    if better_unit and better is None:
        raise refuse("建议改由的单位不在本级承办单位名册里。")
    if better == case.unit_id:
        raise refuse("建议改由的单位就是本单位，请另选，或说明由哪一级办。")
    row = ReturnRequest.objects.create(
        committee_id=case.committee_id,
        assignment=case,
        reason_code=reason_code,
        reason=reason.strip(),
        better_unit_id=better,
        asked_by_id=seat.person_id,
    )
    post(
        committee_id=case.committee_id,
        to=supervisors(case.committee_id),
        kind="assignment.ask_return",
        text=f"{case.unit}申退：{case.submission.number_label}《{case.submission.title}》，请答复",
        case=case.submission,
        url="/supervise/?list=returns",
        needs_act=True,
    )
    return Done(
        about=row, detail={"unit": case.unit_id, "reason": reason_code, "better": better or 0}
    )
