"""不能代: the duty stays with whom it was; the one who asked is told."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import SHIFT
from ..models import Shift


@verb(SHIFT, "refuse_swap", Shift)
def refuse_swap(case: Shift, seat: Seat) -> Done:
    """Also how the asker takes the request back."""
    was, case.stand_in_id = case.stand_in_id, None
    post(
        committee_id=case.committee_id,
        to=[case.person_id if seat.person_id == was else was or 0],
        kind="shift.stays",
        text=f"代班没有成：{case.team}，{case.day:%-m 月 %-d 日}，仍由{case.person}值班",
        case=case.team,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"stand_in": was})
