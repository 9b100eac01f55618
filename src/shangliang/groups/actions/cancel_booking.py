"""退订: the half-day is free again."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import BOOKING
from ..models import Booking


@verb(BOOKING, "cancel_booking", Booking)
def cancel_booking(case: Booking, seat: Seat, *, why: str) -> Done:
    """Whoever had booked is told when somebody else gives it up."""
    if not why.strip():
        raise refuse("请写为什么退订。")
    case.why = why.strip()[:120]
    post(
        committee_id=case.committee_id,
        to=[case.by_id],
        kind="booking.dropped",
        text=f"{case.team}的场地退订了：{case}",
        case=case.team,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"day": case.day, "slot": case.slot})
