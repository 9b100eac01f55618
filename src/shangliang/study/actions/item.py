"""学习内容: one thing of the plan, who must by when, what is read."""

from datetime import date

from ...actors.models import Actor
from ...documents.queries import clauses, intakes
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM, PLAN
from ..layers import BODY, BODY_TIE, layers
from ..models import ItemLayer, StudyItem, StudyPlan, StudyReading

MOST_HOURS = 80


def words(row: StudyItem, kind: str, title: str, text: str, hours: int, induction: bool) -> None:
    """The fields of an item. Raises Refused."""
    if kind not in StudyItem.Kind.values:
        raise refuse("请选学习方式。")
    if not title.strip():
        raise refuse("请写学什么。")
    if not 0 <= hours <= MOST_HOURS:
        raise refuse(f"学时在 0 到 {MOST_HOURS} 之间。")
    row.kind, row.title = kind, title.strip()[:120]
    row.text, row.hours = text.strip()[:2000], hours
    row.induction = induction


@verb(PLAN, "add_item", StudyPlan)
def add_item(
    case: StudyPlan,
    seat: Seat,
    *,
    kind: str,
    title: str,
    text: str = "",
    hours: int = 0,
    induction: bool = False,
) -> Done:
    """A new item, not yet given out. Returns it."""
    row = StudyItem(committee_id=case.committee_id, plan=case)
    words(row, kind, title, text, hours, induction)
    row.save()
    return Done(about=row, detail={"kind": row.kind}, result=row)


@verb(ITEM, "edit_item", StudyItem)
def edit_item(
    case: StudyItem,
    seat: Seat,
    *,
    kind: str,
    title: str,
    text: str = "",
    hours: int = 0,
    induction: bool = False,
) -> None:
    """Once given out its way stays: people were told of that one."""
    if case.state == "open" and kind != case.kind:
        raise refuse("已经布置了，学习方式不能再改；要换方式，取消这一项，另加一项。")
    words(case, kind, title, text, hours, induction)


@verb(ITEM, "set_layers", StudyItem)
def set_layers(case: StudyItem, seat: Seat, *, due: dict[str, date]) -> Done:
    """``due``: layer key, or ``body-<id>`` for one sector, group or branch -> last day."""
    if not due:
        raise refuse("至少给一层写上完成时限。")
    names = list(layers())
    rows = []
    for key, day in due.items():
        body = body_of(seat, key) if key.startswith(BODY) else None
        if body is None and key not in names:
            raise refuse("没有这一层，请从表里选。")
        rows.append(
            ItemLayer(
                committee_id=case.committee_id,
                item=case,
                layer=key,
                body=body,
                label=(str(body) if body else layers()[key].label)[:60],
                order=names.index(key) if body is None else len(names),
                due_on=day,
            )
        )
    case.layers.all().delete()
    ItemLayer.objects.bulk_create(rows)
    return Done(detail={"layers": len(rows)})


def body_of(seat: Seat, key: str) -> Actor:
    """A sector, special committee, group or branch of this committee. Raises Refused."""
    text = key.removeprefix(BODY)
    found = Actor.objects.filter(
        committee_id=seat.committee_id,
        kind__in=list(BODY_TIE),
        pk=int(text) if text.isascii() and text.isdigit() else 0,
    ).first()
    if found is None:
        raise refuse("没有这个界别、小组或支部，请从表里选。")
    return found


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


@verb(ITEM, "drop_reading", StudyItem)
def drop_reading(case: StudyItem, seat: Seat, *, reading: int) -> Done:
    """One is taken off."""
    row = case.readings.filter(pk=reading).first()
    if row is None:
        raise refuse("没有这一篇。")
    if case.state == "open" and case.kind == "reading" and case.readings.count() == 1:
        raise refuse("只剩这一篇了；不学了，请取消这一项。")
    row.delete()
    return Done(detail={"reading": reading})
