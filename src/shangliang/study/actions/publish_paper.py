"""学习文章：在内部刊出."""

from django.utils import timezone

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import PAPER
from ..models import StudyPaper
from ..paper import tell


@verb(PAPER, "publish_paper", StudyPaper)
def publish_paper(case: StudyPaper, seat: Seat) -> None:
    """It stands inside under its author's name."""
    case.published_at = timezone.now()
    tell(case, seat, "您的文章在内部刊出了")
