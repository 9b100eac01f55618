"""会议通知：收尾."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import CALL
from ..models import Call


@verb(CALL, "finish", Call)
def finish(case: Call, seat: Seat) -> Done:
    """The round is over; the next of its series opens on the state of its tasks."""
    waiting = case.handins.filter(state__in=("asked", "returned")).count()
    return Done(detail={"not_handed_in": waiting})
