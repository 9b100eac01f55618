"""恢复计时: the days paused are given back."""

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ASSIGNMENT
from ..models import Assignment
from ..people import staff_of


@verb(ASSIGNMENT, "resume", Assignment)
def resume(case: Assignment, seat: Seat) -> Done:
    """Count again from today; the event keeps both due dates and the day the pause began."""
    clock = clocks.running(case, "reply").get()
    before, since = clock.due_on, clock.paused_on
    clocks.resume(clock, roll=case.rules.roll)
    root = case.submission
    post(
        committee_id=case.committee_id,
        to=staff_of([case.unit_id], case.committee_id),
        kind="assignment.resume",
        text=f"答复时限恢复：{root.number_label}，到 {clock.due_on:%Y-%m-%d}",
        case=root,
        url="/unit/",
    )
    return Done(
        detail={
            "unit": case.unit_id,
            "clock": clock.pk,
            "since": since,
            "was": before,
            "due": clock.due_on,
        }
    )
