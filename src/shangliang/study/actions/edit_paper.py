"""学习文章：改文章."""

from django.core.files.uploadedfile import UploadedFile

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import PAPER
from ..models import StudyPaper
from ..paper import fill


@verb(PAPER, "edit_paper", StudyPaper)
def edit_paper(
    case: StudyPaper,
    seat: Seat,
    *,
    title: str,
    text: str = "",
    upload: UploadedFile | None = None,
    consent: bool = False,
) -> None:
    """The author's own words; a new file takes the place of the text."""
    case.consent = consent
    fill(case, seat, title, text, upload)
