"""收文拆解: a file or pasted text is looked at, kept and read. What is refused is never stored.

A large text is read by a job with a page of its own; a small one at once.
"""

from datetime import date

from django.core.files.uploadedfile import UploadedFile

from ...engines.papers.intake import Checked, UploadRefused, check_upload
from ...engines.text import Source, source_of_file
from ...jobs.models import Job
from ...jobs.run import Outcome, Progress, enqueue, job
from ...journal import write as journal
from ...procedures.again import again
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.intake import DESK
from ..models import Document, Intake
from ..readings.store import read_into
from .store import ALLOWED, keep, look

# A text longer than this (about 100 pages) is read by a job: more than a breath's wait.
AT_ONCE = 60_000
READ = "documents.read"
NOT_HERE = (
    "没有收：涉密的文件不能进本系统。请按保密规定走涉密渠道办理；"
    "确实不涉密的，请先去掉密级标志，再选“内部”或“公开”。"
)
COLUMNS = {Intake.Kind.OPINION: [], Intake.Kind.SUPPORT: ["争取事项"]}


@act("intake.take", "收文拆解", *DESK)
def take_in(
    seat: Seat,
    *,
    upload: UploadedFile | None = None,
    text: str = "",
    title: str = "",
    kind: str = Intake.Kind.SPEECH,
    level: str = "internal",
    given_on: date | None = None,
    suggestions: bool = True,
    about_type: str = "",
    about_id: int | None = None,
) -> Done:
    """Raises Refused with words for each bad file (empty, locked, marked secret, no text)."""
    if level not in ("public", "internal"):
        raise refuse(NOT_HERE)
    if kind not in Intake.Kind.values:
        raise refuse("请选这是哪一种文件。")
    if given_on and given_on > today():
        raise refuse("讲话或成文的日期不能晚于今天。")
    source, checked, data = taken(upload, text)
    row = Intake.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        title=(title.strip() or name_of(source, checked))[:200],
        given_on=given_on,
        public=level == "public",
        suggestions=suggestions,
        columns=list(COLUMNS.get(Intake.Kind(kind), [])),
        lines=len(source.lines),
        about_type=about_type,
        about_id=about_id,
        by_id=seat.person_id,
    )
    row.document = keep(seat, row, checked, data, Document.Kind.SOURCE)
    read_now_or_later(seat, row, source)
    row.save()
    detail = {"kind": kind, "lines": row.lines, "version": 1, "about": about_id}
    return Done(case=row, about=row.document, detail=detail)


def taken(upload: UploadedFile | None, text: str) -> tuple[Source, Checked, bytes]:
    """The source of a file or of pasted text, with what is to be kept."""
    if upload is None and not text.strip():
        raise refuse("请选一个文件，或者把文字粘贴到框里。")
    if upload is not None and text.strip():
        raise refuse("文件和粘贴的文字只能有一样。请去掉一样，再交。")
    try:
        if upload is None:
            return of_text("粘贴的文字.txt", text)
        name = upload.name or ""
        if name.lower().endswith((".txt", ".text", ".md")):
            upload.seek(0)
            source = source_of_file(name, upload.read())
            return of_text(name.rsplit(".", 1)[0] + ".txt", source.text)
        checked, data = look(upload, Document.Kind.SOURCE)
        return source_of_file(name, data), checked, data
    except UploadRefused as refused:
        raise refuse(refused.message_zh) from refused


def of_text(name: str, text: str) -> tuple[Source, Checked, bytes]:
    """Text is kept as UTF-8, whatever it came in; line by line as it came."""
    data = text.replace("\x00", "").encode("utf-8")
    checked = check_upload(name, data, ALLOWED[Document.Kind.SOURCE], 50 * 2**20)
    return source_of_file(name, data), checked, data


def name_of(source: Source, checked: Checked) -> str:
    """What to call it when nobody said: the first line that reads like a title, else the file's name."""
    for line in source.lines[:12]:
        bare = line.strip(" \u3000*#—-")
        if 6 <= len(bare) <= 60 and not bare.endswith(("。", "：", "；", "，")):
            return bare
    return checked.name.rsplit(".", 1)[0]


def read_now_or_later(seat: Seat, row: Intake, source: Source) -> None:
    """At once when small; else a job, after commit."""
    if len(source.text) <= AT_ONCE:
        read_into(row, source)
        return
    row.state = "reading"
    enqueue(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        kind=READ,
        params={"intake": row.pk},
        title=f"拆解：{row.title}",
    )


@job(READ, "拆解文件")
def read_later(work: Job, progress: Progress) -> Outcome:
    """The same reading, from the file that was kept."""
    progress.total(3)
    row = Intake.objects.select_related("document").get(
        pk=work.params["intake"], committee_id=work.committee_id
    )
    try:
        assert row.document is not None
        with row.document.file.open("rb") as file:
            source = source_of_file(row.document.title, file.read())
    except (UploadRefused, OSError) as error:
        said = error.message_zh if isinstance(error, UploadRefused) else "存下的文件打不开。"
        failed(row.pk, work, said)
        return Outcome(said, ok=False)
    progress.step()

    def once() -> Outcome:
        intake = lock(Intake, row.pk, work.committee_id)
        if intake.state != "reading":
            return Outcome("已经读过了。")
        stored = read_into(intake, source)
        intake.save()
        journal.write(
            committee_id=work.committee_id,
            person_id=work.by_id,
            verb="intake.read",
            case=intake,
            detail={"fresh": stored.fresh, "kept": stored.kept, "gone": stored.gone},
        )
        return Outcome(f"读完了，拟出 {stored.fresh} 项，去逐项定：/documents/{intake.pk}/")

    outcome = again(once)
    progress.step(2)
    return outcome


def failed(pk: int, work: Job, why: str) -> None:
    """The file stays; why it was not read is said on its page."""

    def once() -> None:
        intake = lock(Intake, pk, work.committee_id)
        intake.state, intake.trouble = "failed", why[:300]
        intake.save()
        journal.write(
            committee_id=work.committee_id,
            person_id=work.by_id,
            verb="intake.fail",
            case=intake,
        )

    again(once)
