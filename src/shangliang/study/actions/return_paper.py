"""学习文章：请再改改."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PAPER
from ..models import StudyDuty, StudyPaper
from ..paper import duty_of, tell


@verb(PAPER, "return_paper", StudyPaper)
def return_paper(case: StudyPaper, seat: Seat, *, note: str) -> None:
    """What to change; the duty is open again until it comes back."""
    if not note.strip():
        raise refuse("请写哪里要改。")
    case.returned_note = note.strip()[:500]
    duty_of(case).filter(state="done", how=StudyDuty.How.PAPER).update(
        state="todo", how="", done_at=None
    )
    tell(case, seat, "请再改改您的文章", needs_act=True)
