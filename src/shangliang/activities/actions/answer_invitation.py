"""参加、不参加: a member's answer."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ATTENDANCE
from ..models import Attendance


@verb(ATTENDANCE, "accept_invitation", Attendance)
def accept_invitation(case: Attendance, seat: Seat) -> Done:
    """Comes."""
    case.answered_at = timezone.now()
    return Done()


@verb(ATTENDANCE, "decline_invitation", Attendance)
def decline_invitation(case: Attendance, seat: Seat) -> Done:
    """Does not come to what one need not attend: no reason is asked."""
    case.answered_at = timezone.now()
    return Done()
