"""要学的：收回分享."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import DUTY
from ..models import StudyDuty


@verb(DUTY, "unshare_note", StudyDuty)
def unshare_note(case: StudyDuty, seat: Seat) -> None:
    """Private again."""
    case.note.shared_at = None
    case.note.save()
