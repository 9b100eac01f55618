"""要学的：恢复要学."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DUTY
from ..models import StudyDuty


@verb(DUTY, "unexcuse", StudyDuty)
def unexcuse(case: StudyDuty, seat: Seat) -> Done:
    """Counted again."""
    case.why = ""
    return Done()
