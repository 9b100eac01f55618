"""审签: the body's head, a second person, puts the seal; the proposal is handed in by that act."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Submission
from .submit import hand_in


@verb(PROPOSAL, "approve", Submission)
def approve(case: Submission, seat: Seat, *, revision: int | None = None) -> Done:
    """Approve and hand in. ``revision``: the text the approver read."""
    if revision is not None and revision != case.revision:
        raise refuse("您打开之后文字又改过，请看过新的一版再审签。", "conflict")
    case.approver_id = seat.person_id
    hand_in(case, seat)
    post(
        committee_id=case.committee_id,
        to=[p for p in (case.drafter_id, case.entered_by_id) if p],
        kind="proposal.approve",
        text=f"已审签并提交：《{case}》，流水 {case.serial:04d}",
        case=case,
        url=f"/proposals/{case.pk}/sent/",
    )
    return Done(detail={"serial": case.serial, "window": case.window, "revision": case.revision})
