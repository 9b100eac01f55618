"""暂停计时: the reply clock stands still, with a reason (waiting for a law, an approval above)."""

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ASSIGNMENT
from ..models import Assignment
from ..people import staff_of


@verb(ASSIGNMENT, "pause", Assignment)
def pause(case: Assignment, seat: Seat, *, reason: str) -> Done:
    """Pause from today; what is paused is neither near nor late."""
    if not reason.strip():
        raise refuse("请写明暂停的原因，例如“等省里的办法出台”。")
    clock = clocks.running(case, "reply").get()
    clocks.pause(clock, reason.strip())
    root = case.submission
    post(
        committee_id=case.committee_id,
        to=staff_of([case.unit_id], case.committee_id),
        kind="assignment.pause",
        text=f"答复时限暂停：{root.number_label}。{reason.strip()}",
        case=root,
        url="/unit/",
    )
    return Done(detail={"unit": case.unit_id, "clock": clock.pk, "due": clock.due_on})
