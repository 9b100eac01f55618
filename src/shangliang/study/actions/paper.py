"""学习文章: begun, handed in, commented, returned, published inside with consent, taken down."""

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from ...documents.actions.store import look, store
from ...documents.models import Document
from ...engines.papers.intake import UploadRefused
from ...engines.text import source_of_file
from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PAPER
from ..models import PaperComment, StudyDuty, StudyItem, StudyPaper
from ..who import LEARNERS

LONGEST = 60_000


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


@verb(PAPER, "hand_paper", StudyPaper)
def hand_paper(case: StudyPaper, seat: Seat) -> Done:
    """Handed in: the duty of the item is done."""
    case.handed_at, case.returned_note = timezone.now(), ""
    duty_of(case).filter(state="todo").update(
        state="done", how=StudyDuty.How.PAPER, done_at=timezone.now()
    )
    return Done(detail={"letters": case.letters})


def duty_of(case: StudyPaper):  # type: ignore[no-untyped-def]
    """The author's duty of the item, if any."""
    return StudyDuty.objects.filter(
        committee_id=case.committee_id, item_id=case.item_id, person_id=case.author_id
    )


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


@verb(PAPER, "allow_paper", StudyPaper)
def allow_paper(case: StudyPaper, seat: Seat, *, consent: bool = False) -> Done:
    """Whether it may stand inside, said by its author alone."""
    case.consent = consent
    return Done(detail={"consent": consent})


@verb(PAPER, "publish_paper", StudyPaper)
def publish_paper(case: StudyPaper, seat: Seat) -> None:
    """It stands inside under its author's name."""
    case.published_at = timezone.now()
    tell(case, seat, "您的文章在内部刊出了")


@verb(PAPER, "unpublish_paper", StudyPaper)
def unpublish_paper(case: StudyPaper, seat: Seat) -> None:
    """Down again; by its author this also takes the consent back."""
    case.published_at = None
    if case.author_id == seat.person_id:
        case.consent = False
    tell(case, seat, "您的文章从内部刊出中撤下了")


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
