"""汇报：交汇报."""

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
from ..handins import count
from ..models import Covered, Handin, VagueMeasure

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
