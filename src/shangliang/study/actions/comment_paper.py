"""学习文章：写意见."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PAPER
from ..models import PaperComment, StudyPaper
from ..paper import tell


@verb(PAPER, "comment_paper", StudyPaper)
def comment_paper(case: StudyPaper, seat: Seat, *, text: str) -> Done:
    """What the reader says; the author is told."""
    if not text.strip():
        raise refuse("请写意见。")
    row = PaperComment.objects.create(
        committee_id=case.committee_id, paper=case, by_id=seat.person_id, text=text.strip()[:2000]
    )
    tell(case, seat, "有人看了您的文章，写了意见")
    return Done(about=row)
