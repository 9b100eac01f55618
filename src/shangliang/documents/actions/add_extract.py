"""文件拆解：人工标一项."""

from django.db.models import Max

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import INTAKE
from ..models import Extract, Intake
from ..readings.propose import key_of
from ..readings.store import line_at
from .mend import mended


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
