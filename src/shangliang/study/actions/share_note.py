"""要学的：分享心得."""

from django.utils import timezone

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import DUTY
from ..models import StudyDuty


@verb(DUTY, "share_note", StudyDuty)
def share_note(case: StudyDuty, seat: Seat) -> None:
    """Everybody who learns can read it beside the item."""
    case.note.shared_at = timezone.now()
    case.note.save()
