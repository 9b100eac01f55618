"""学习文章：撤下."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import PAPER
from ..models import StudyPaper
from ..paper import tell


@verb(PAPER, "unpublish_paper", StudyPaper)
def unpublish_paper(case: StudyPaper, seat: Seat) -> None:
    """Down again; by its author this also takes the consent back."""
    case.published_at = None
    if case.author_id == seat.person_id:
        case.consent = False
    tell(case, seat, "您的文章从内部刊出中撤下了")
