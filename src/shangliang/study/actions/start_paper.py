"""写学习文章."""

from django.core.files.uploadedfile import UploadedFile

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import StudyItem, StudyPaper
from ..paper import fill
from ..who import LEARNERS


@act("studypaper.start", "写学习文章", *LEARNERS)
def start_paper(
    seat: Seat,
    *,
    title: str = "",
    text: str = "",
    upload: UploadedFile | None = None,
    item: int | None = None,
    consent: bool = False,
) -> Done:
    """A draft of one's own; one for each item of the plan."""
    about = None
    if item:
        about = StudyItem.objects.filter(
            committee_id=seat.committee_id, pk=item, state="open", kind="paper"
        ).first()
        if about is None:
            raise refuse("这一项不在收文章，或者已经结束。")
        mine = StudyPaper.objects.filter(
            committee_id=seat.committee_id, item=about, author_id=seat.person_id
        )
        if mine.exists():
            raise refuse("这一项您已经有一篇，请接着改那一篇。")
    row = StudyPaper(
        committee_id=seat.committee_id, item=about, author_id=seat.person_id, consent=consent
    )
    fill(row, seat, title, text, upload)
    return Done(case=row, detail={"item": item})
