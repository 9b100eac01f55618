"""Verbs on a text being read: settle an author, mark by hand, accept what is certain, close."""

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Max
from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import INTAKE
from ..models import Document, Extract, Intake, IntakePart
from ..readings.accepting import accepted
from ..readings.propose import key_of
from ..readings.store import line_at
from .extract_verbs import mended
from .store import keep
from .take_in import read_now_or_later, taken


@verb(INTAKE, "settle_author", Intake)
def settle_author(case: Intake, seat: Seat, *, part: int, author: str = "") -> Done:
    """Who gave a speech, said by a person. Empty: it stays unknown, and that is said."""
    row = case.parts.filter(number=part).first()
    if row is None:
        raise refuse("没有这一篇。", "wall")
    row.author = author.strip()[:80]
    row.author_status = IntakePart.Sure.SETTLED
    row.settled_by_id = seat.person_id
    row.save(update_fields=["author", "author_status", "settled_by"])
    return Done(about=row, detail={"part": part, "named": bool(row.author)})


@verb(INTAKE, "add_extract", Intake)
def add_extract(
    case: Intake,
    seat: Seat,
    *,
    kind: str,
    text: str,
    title: str = "",
    paragraph: int | None = None,
    data: dict[str, object] | None = None,
) -> Done:
    """A sentence marked by hand becomes a task, figure, gap, topic, clause or doubt."""
    if kind not in Extract.Kind.values:
        raise refuse("请选标成哪一种。")
    words = text.strip()
    if len(words) < 2:
        raise refuse("请先在原文里选中一句话，或者把那句话写进框里。")
    if len(words) > 2000:
        raise refuse("选得太长了，请只选一句或几句（2000 字以内）。")
    rows = case.paragraphs.filter(text__contains=words)
    if paragraph is not None:
        rows = case.paragraphs.filter(order=paragraph, text__contains=words) or rows
    para = rows.first()
    if para is None:
        raise refuse("原文里找不到这句话。请照原文写，一次只标一段里的话。")
    at = para.text.find(words)
    same = case.extracts.filter(kind=kind, text=words).count()
    most = case.extracts.filter(kind=kind, soft=False).aggregate(m=Max("number"))["m"] or 0
    row = Extract.objects.create(
        committee_id=case.committee_id,
        intake=case,
        kind=kind,
        number=most + 1,
        origin=Extract.Origin.HAND,
        part=para.part,
        paragraph=para.order,
        start=at,
        end=at + len(words),
        first=line_at(para.breaks, at),
        last=line_at(para.breaks, at + len(words) - 1),
        text=words,
        title=(title.strip() or words)[:400],
        why="人工标出",
        data=mended(Extract.Kind(kind), data or {}),
        key=key_of(kind, words, title.strip(), same),
    )
    return Done(about=row, detail={"kind": kind, "line": row.first}, result=row)


@verb(INTAKE, "accept_certain", Intake)
def accept_certain(case: Intake, seat: Seat, *, part: int | None = None) -> Done:
    """Everything read with certainty at once; doubts and tasks without a printed unit stay."""
    rows = case.extracts.filter(
        state="open", certain=True, gone=False, soft=False, origin=Extract.Origin.MACHINE
    ).exclude(kind=Extract.Kind.FLAG)
    if part is not None:
        rows = rows.filter(part=part)
    count = 0
    for row in rows.order_by("paragraph", "start"):
        row.intake = case
        row.state = accepted(row, seat)
        row.decided_by_id, row.decided_at = seat.person_id, timezone.now()
        row.save()
        count += 1
    if not count:
        raise refuse("没有可以一并采纳的：剩下的都要逐项看。")
    return Done(detail={"count": count, "part": part})


@verb(INTAKE, "set_columns", Intake)
def set_columns(case: Intake, seat: Seat, *, columns: str) -> Done:
    """Names of the columns of the clause matrix, one a line (S-097: 四个结合)."""
    names = [name.strip()[:30] for name in columns.splitlines() if name.strip()]
    if len(names) > 8:
        raise refuse("最多八栏。")
    if len(set(names)) != len(names):
        raise refuse("有两栏同名。")
    case.columns = names
    return Done(detail={"count": len(names)})


@verb(INTAKE, "switch_suggestions", Intake)
def switch_suggestions(case: Intake, seat: Seat) -> Done:
    """With suggestions off only what was marked by hand or decided is shown; nothing is lost."""
    case.suggestions = not case.suggestions
    return Done(detail={"on": case.suggestions})


@verb(INTAKE, "reread", Intake)
def reread(case: Intake, seat: Seat, *, upload: UploadedFile | None = None, text: str = "") -> Done:
    """A corrected file; decisions already taken are kept (readings/carry.py)."""
    source, checked, data = taken(upload, text)
    before = case.document_id
    case.document = keep(seat, case, checked, data, Document.Kind.SOURCE)
    if case.document_id == before and case.state != "failed":
        raise refuse("这和现在这一稿一模一样，没有重读。")
    case.version += 1
    case.state = "reading"
    read_now_or_later(seat, case, source)
    return Done(to=case.state, about=case.document, detail={"version": case.version})


@verb(INTAKE, "close", Intake)
def close(case: Intake, seat: Seat) -> Done:
    """Everything is decided."""
    return Done(detail={"extracts": case.extracts.filter(state="made").count()})


@verb(INTAKE, "reopen", Intake)
def reopen(case: Intake, seat: Seat) -> Done:
    """To go on."""
    return Done()
