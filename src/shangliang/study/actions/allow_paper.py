"""学习文章：同意或不同意刊出."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PAPER
from ..models import StudyPaper


@verb(PAPER, "allow_paper", StudyPaper)
def allow_paper(case: StudyPaper, seat: Seat, *, consent: bool = False) -> Done:
    """Whether it may stand inside, said by its author alone."""
    case.consent = consent
    return Done(detail={"consent": consent})
