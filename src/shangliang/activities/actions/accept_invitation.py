"""出席：参加."""

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
