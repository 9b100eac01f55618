"""Verbs on a report: hand it in, hold it against the notice, overrule, send back, take, remark."""

from collections import Counter

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from ...documents.actions.store import keep
from ...documents.actions.take_in import taken
from ...documents.models import Document
from ...engines.text import read_source
from ...engines.text.coverage import Wanted, cover
from ...engines.text.source import Source
from ...engines.text.vague_measures import measures_in
from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import HANDIN
from ..models import Call, Covered, Handin, Remark, VagueMeasure
from .calls import tell

# 汇报质量五问 (S-150): each from 1 to 5, by a person.
FIVE = {
    "clear": "思路清不清",
    "accurate": "问题找得准不准",
    "focus": "重点突不突出",
    "concrete": "举措实不实",
    "targeted": "建议针对性强不强",
}
MOST = 200_000


@verb(HANDIN, "hand_in", Handin)
def hand_in(
    case: Handin, seat: Seat, *, upload: UploadedFile | None = None, text: str = ""
) -> Done:
    """The report as file or text, checked at once against the contents the notice asks for."""
    source, checked, data = taken(upload, text)
    if len(source.text) > MOST:
        raise refuse("汇报太长了（20 万字以上）。请交会上要讲的那一份。")
    call = case.call
    case.document = keep(seat, call, checked, data, Document.Kind.ATTACHMENT, about=case)
    case.text = source.text
    case.version += 1
    case.note = ""
    case.handed_at, case.handed_by_id = timezone.now(), seat.person_id
    hold_against(case, source)
    if case.unit_id in seat.units:
        post(
            committee_id=case.committee_id,
            to=[call.by_id],
            kind="handin.hand_in",
            text=f"{case.unit}交了汇报：没提 {case.missing} 项，单薄 {case.thin} 项。",
            case=call,
            url=f"/handins/{case.pk}/",
            but=seat.person_id,
        )
    return Done(about=case, detail={"version": case.version, "missing": case.missing})


def hold_against(case: Handin, source: Source) -> None:
    """Coverage and vague measures anew. What a person said of a content stays while it is said."""
    reading = read_source(source)
    contents = list(case.call.contents.all())
    before = {row.content_id: row for row in case.covered.all()}
    verdicts = cover(reading, [Wanted(c.name, tuple(c.words), c.figures) for c in contents])
    case.covered.all().delete()
    rows = []
    for content, said in zip(contents, verdicts, strict=True):
        row = Covered(
            committee_id=case.committee_id,
            handin=case,
            content=content,
            found=said.state,
            passage=said.passage[:4000],
            first=said.lines[0],
            last=said.lines[1],
            why=said.why[:300],
        )
        had = before.get(content.pk)
        # The same passage judged by a person keeps that judgement; another one is looked at anew.
        if had and had.said and had.passage == row.passage:
            row.said, row.said_by_id, row.said_why = had.said, had.said_by_id, had.said_why
        rows.append(row)
    Covered.objects.bulk_create(rows)
    judged = {row.text: (row.verdict, row.said_by_id) for row in case.vague_measures.all()}
    case.vague_measures.all().delete()
    found = measures_in(reading)[:200]
    VagueMeasure.objects.bulk_create(
        VagueMeasure(
            committee_id=case.committee_id,
            handin=case,
            text=m.text[:2000],
            first=m.lines[0],
            lacks=list(m.lacks),
            verdict=judged.get(m.text, ("", None))[0],
            said_by_id=judged.get(m.text, ("", None))[1],
        )
        for m in found
        if m.lacks
    )
    case.measures = len(found)
    count(case)


def count(case: Handin) -> None:
    """The counts lists show; a person's word stands above the check's."""
    tally = Counter(row.state for row in case.covered.all())
    case.answered, case.thin = tally["answered"], tally["thin"]
    case.missing = tally["missing"]
    case.vague = case.vague_measures.exclude(verdict=VagueMeasure.Verdict.FINE).count()


@verb(HANDIN, "overrule", Handin)
def overrule(case: Handin, seat: Seat, *, content: int, state: str, why: str = "") -> Done:
    """A person says otherwise than the check; empty takes it back."""
    row = case.covered.filter(content_id=content).first()
    if row is None:
        raise refuse("没有这一项必报内容。", "wall")
    if state and state not in Covered.State.values:
        raise refuse("请选答了、单薄或没提。")
    row.said = "" if state == row.found else state
    row.said_by_id = seat.person_id if row.said else None
    row.said_why = why.strip()[:200]
    row.save()
    count(case)
    return Done(about=case, detail={"content": content, "found": row.found, "said": row.said})


@verb(HANDIN, "judge_measure", Handin)
def judge_measure(case: Handin, seat: Seat, *, measure: int, verdict: str) -> Done:
    """要补, or 可以 as it stands: the mark is a person's (S-150)."""
    row = case.vague_measures.filter(pk=measure).first()
    if row is None:
        raise refuse("没有这条举措。", "wall")
    if verdict not in ("", *VagueMeasure.Verdict.values):
        raise refuse("请选要补还是可以。")
    row.verdict, row.said_by_id = verdict, seat.person_id
    row.save()
    count(case)
    return Done(about=case, detail={"measure": measure, "verdict": verdict})


@verb(HANDIN, "send_back", Handin)
def send_back(case: Handin, seat: Seat, *, note: str) -> Done:
    """To be completed, with what lacks."""
    if not note.strip():
        raise refuse("请写要补什么。")
    case.note = note.strip()[:300]
    tell_unit(case, f"汇报退回补充：{case.note}")
    return Done(about=case, detail={"missing": case.missing})


@verb(HANDIN, "take", Handin)
def take(case: Handin, seat: Seat) -> Done:
    """Good enough to be heard."""
    return Done(about=case, detail={"missing": case.missing, "thin": case.thin})


@verb(HANDIN, "remark", Handin)
def remark(
    case: Handin,
    seat: Seat,
    *,
    text: str,
    clear: int | None = None,
    accurate: int | None = None,
    focus: int | None = None,
    concrete: int | None = None,
    targeted: int | None = None,
) -> Done:
    """点评: words and up to five marks; earlier remarks stay."""
    given = {
        "clear": clear,
        "accurate": accurate,
        "focus": focus,
        "concrete": concrete,
        "targeted": targeted,
    }
    marks = {name: value for name, value in given.items() if value}
    if any(not 1 <= value <= 5 for value in marks.values()):
        raise refuse("每一问打 1 到 5 分。")
    if not text.strip() and not marks:
        raise refuse("请写点评，或者打分。")
    row = Remark.objects.create(
        committee_id=case.committee_id,
        handin=case,
        marks=marks,
        text=text.strip(),
        by_id=seat.person_id,
    )
    tell_unit(case, f"{case.call.title}：对本单位汇报有点评。")
    return Done(about=case, detail=marks, result=row)


def tell_unit(case: Handin, text: str) -> None:
    call: Call = case.call
    tell(call, [case.unit_id], text)
