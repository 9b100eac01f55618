"""答应代班: the duty passes over; who had it first stays written."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import SHIFT
from ..models import Shift


@verb(SHIFT, "take_swap", Shift)
def take_swap(case: Shift, seat: Seat) -> Done:
    """The one who asked is told."""
    before = case.person_id
    case.person_id, case.stand_in_id, case.told_at = seat.person_id, None, None
    post(
        committee_id=case.committee_id,
        to=[before],
        kind="shift.swapped",
        text=f"{seat.name} 答应代您值 {case.day:%-m 月 %-d 日}的班：{case.team}",
        case=case.team,
        url=case.get_absolute_url(),
    )
    return Done(detail={"was": before, "person": seat.person_id})
