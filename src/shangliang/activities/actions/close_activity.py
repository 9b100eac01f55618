"""办结: attendance is settled and the head count against the quorum is written down."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ACTIVITY
from ..heads import heads
from ..models import Activity


@verb(ACTIVITY, "close_activity", Activity)
def close_activity(case: Activity, seat: Seat) -> Done:
    """Nothing about a person is stored: who was absent follows from who was asked and who came."""
    found = heads(case)
    case.quorum_of, case.quorum_here = found.must, found.here
    case.closed_at = timezone.now()
    return Done(detail={"must": found.must, "here": found.here, "enough": found.enough})
