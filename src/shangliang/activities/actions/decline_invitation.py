"""出席：不参加."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ATTENDANCE
from ..models import Attendance


@verb(ATTENDANCE, "decline_invitation", Attendance)
def decline_invitation(case: Attendance, seat: Seat) -> Done:
    """Does not come to what one need not attend: no reason is asked."""
    case.answered_at = timezone.now()
    return Done()
