"""要学的：记心得."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..duty import keep
from ..flow import DUTY
from ..models import StudyDuty


@verb(DUTY, "write_note", StudyDuty)
def write_note(case: StudyDuty, seat: Seat, *, note: str) -> None:
    """Private, or as it was. A changed note is shared anew only by its writer."""
    if not note.strip():
        raise refuse("请写学到了什么。")
    keep(case, note)
