"""学习内容：加要读的."""

from ...documents.queries import clauses, intakes
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..models import StudyItem, StudyReading


@verb(ITEM, "add_reading", StudyItem)
def add_reading(
    case: StudyItem,
    seat: Seat,
    *,
    title: str = "",
    intake: int | None = None,
    clause: int | None = None,
) -> Done:
    """A text of 文件拆解, one clause of it, or a name alone (a book)."""
    text = intakes(seat).filter(pk=intake).first() if intake else None
    part = clauses(seat).filter(pk=clause).first() if clause else None
    if (intake and text is None) or (clause and part is None):
        raise refuse("没有这份文件或条目，请从表里选。")
    if part is not None:
        if text is not None and part.intake_id != text.pk:
            raise refuse("这个条目不在这份文件里。")
        text = part.intake
    name = title.strip() or (f"{text.title}{f' {part.address}' if part else ''}" if text else "")
    if not name:
        raise refuse("请选一份文件，或者写书名、文章名。")
    row = StudyReading.objects.create(
        committee_id=case.committee_id,
        item=case,
        title=name[:200],
        intake=text,
        clause=part,
        order=case.readings.count() + 1,
    )
    return Done(about=row, detail={"intake": text.pk if text else None})
