"""要学的：免修."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DUTY
from ..models import StudyDuty


@verb(DUTY, "excuse", StudyDuty)
def excuse(case: StudyDuty, seat: Seat, *, why: str) -> None:
    """Not counted, neither as done nor as missing; the reason is read by the office and the person."""
    if not why.strip():
        raise refuse("请写为什么免修。")
    case.why = why.strip()[:200]
