"""办结: every item has its decision, the minutes can be signed."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ORGAN_MEETING
from ..models import OrganMeeting


@verb(ORGAN_MEETING, "close_meeting", OrganMeeting)
def close_meeting(case: OrganMeeting, seat: Seat) -> Done:
    """What was sent on lives on with the next organ."""
    return Done(detail={"items": case.items.count()})
