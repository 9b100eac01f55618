"""学习文章：交."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PAPER
from ..models import StudyDuty, StudyPaper
from ..paper import duty_of


@verb(PAPER, "hand_paper", StudyPaper)
def hand_paper(case: StudyPaper, seat: Seat) -> Done:
    """Handed in: the duty of the item is done."""
    case.handed_at, case.returned_note = timezone.now(), ""
    duty_of(case).filter(state="todo").update(
        state="done", how=StudyDuty.How.PAPER, done_at=timezone.now()
    )
    return Done(detail={"letters": case.letters})
