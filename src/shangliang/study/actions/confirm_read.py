"""要学的：我读完了."""

from django.utils import timezone

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..duty import keep
from ..flow import DUTY
from ..models import StudyDuty


@verb(DUTY, "confirm_read", StudyDuty)
def confirm_read(case: StudyDuty, seat: Seat, *, note: str = "", share: bool = False) -> None:
    """The reader's own word. A note is private unless shared at once or later."""
    case.how, case.done_at = StudyDuty.How.SELF, timezone.now()
    if note.strip():
        keep(case, note, share)
    elif share:
        raise refuse("还没有写心得，没有可分享的。")
