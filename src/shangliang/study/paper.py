"""学习文章: its text, the duty it answers, and who is told."""

from django.core.files.uploadedfile import UploadedFile

from ..documents.actions.store import look, store
from ..documents.models import Document
from ..engines.papers.intake import UploadRefused
from ..engines.text import source_of_file
from ..notices.post import post
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import StudyDuty, StudyPaper

LONGEST = 60_000


def fill(row: StudyPaper, seat: Seat, title: str, text: str, upload: UploadedFile | None) -> None:
    """Words from the form or from the Word file, and the file kept beside them. Raises Refused."""
    name = ""
    if upload is not None:
        checked, data = look(upload, Document.Kind.ORIGINAL)
        name = checked.name
        try:
            text = source_of_file(upload.name or "", data).text
        except UploadRefused as refused:
            raise refuse(refused.message_zh) from refused
    if len(text) > LONGEST:
        raise refuse(f"文章最多 {LONGEST} 字。")
    row.title = (title.strip() or name.rsplit(".", 1)[0])[:120]
    if not row.title:
        raise refuse("请写题目。")
    row.text = text.strip()
    row.save()
    if upload is not None:
        row.document = store(seat, row, upload, Document.Kind.ORIGINAL)
        row.save()


def duty_of(case: StudyPaper):  # type: ignore[no-untyped-def]
    """The author's duty of the item, if any."""
    return StudyDuty.objects.filter(
        committee_id=case.committee_id, item_id=case.item_id, person_id=case.author_id
    )


def tell(case: StudyPaper, seat: Seat, words: str, needs_act: bool = False) -> None:
    post(
        committee_id=case.committee_id,
        to=[case.author_id],
        kind="studypaper",
        text=f"{words}：{case.title}",
        case=case,
        url=case.get_absolute_url(),
        needs_act=needs_act,
        but=seat.person_id,
    )
