"""用过了: what was booked took place, with how many."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import BOOKING
from ..models import Booking


@verb(BOOKING, "finish_booking", Booking)
def finish_booking(case: Booking, seat: Seat, *, people: int) -> Done:
    """Counts as one thing done at the place."""
    if people < 1:
        raise refuse("请写来了几个人；没有用就退订。")
    case.people = people
    return Done(detail={"day": case.day, "count": people})
