"""专项台账: enter a row, correct it, take it a step on. What each ledger asks stands in its preset."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..ledgers.book import WHO, Field, Ledger, Limit, Step, ledgers
from ..lookup import region as find_region
from ..models import Entry, EntryStep, Region
from ..who import keeps, owns, speaks_for
from .gaps import body_of


def ledger_of(code: str) -> Ledger:
    """A ledger by its code."""
    found = ledgers().get(code)
    if found is None:
        raise refuse("没有这本台账。", "wall")
    return found


def value_of(field: Field, said: Any) -> Any:
    """One field as kept: text, a number as text without loss, a date as ISO; raises Refused."""
    text = str(said if said is not None else "").strip()
    if not text:
        if field.required:
            raise refuse(f"请填“{field.label}”。")
        return ""
    if field.kind == "choice" and text not in field.choices:
        raise refuse(f"“{field.label}”请选{'、'.join(field.choices)}。")
    if field.kind == "date":
        try:
            return date.fromisoformat(text[:10]).isoformat()
        except ValueError:
            raise refuse(f"“{field.label}”请写日期，例如2026-06-30。") from None
    if field.kind == "number":
        return number_of(field, text)
    return text[: 2000 if field.kind == "words" else 300]


def number_of(field: Field, text: str) -> str:
    """A number within its bounds; kept as it was written."""
    try:
        value = Decimal(text.replace(",", "").replace("−", "-"))
    except InvalidOperation:
        raise refuse(f"“{field.label}”要填数，“{text[:20]}”不是数。") from None
    if not value.is_finite() or abs(value) > 10**12:
        raise refuse(f"“{field.label}”的数太大。")
    if (field.least is not None and value < Decimal(str(field.least))) or (
        field.most is not None and value > Decimal(str(field.most))
    ):
        least = f"{field.least:g}" if field.least is not None else ""
        most = f"{field.most:g}" if field.most is not None else ""
        between = f"{least}到{most}之间" if least and most else f"不小于{least}" if least else f"不大于{most}"  # fmt: skip
        raise refuse(f"“{field.label}”应当{between}。")
    return f"{value.normalize():f}"


def may_write(seat: Seat, region: Region | None, owner_id: int | None) -> bool:
    """The office; the county of the row; the unit that owns it."""
    return keeps(seat) or (region is not None and speaks_for(seat, region)) or owns(seat, owner_id)


@act("ledger.enter", "登记台账")
def enter_row(
    seat: Seat,
    *,
    ledger: str,
    title: str,
    data: Mapping[str, Any],
    region: int | str | None = None,
    other: int | str | None = None,
    owner: int | None = None,
    about_id: int | None = None,
) -> Done:
    """A row at the ledger's first step; with ``each_region`` one for every county (region unsaid)."""
    book = ledger_of(ledger)
    if not title.strip():
        raise refuse(f"请写{book.title}。")
    kept = {f.code: value_of(f, data.get(f.code)) for f in book.fields}
    places: list[Region | None] = [None]
    if book.region:
        if region:
            places = [find_region(seat.committee_id, region)]
        elif book.each_region and keeps(seat):
            places = list(Region.objects.filter(committee_id=seat.committee_id, level="county", until__isnull=True))  # fmt: skip
        else:
            raise refuse("请选哪个县（市、区）。")
    to = find_region(seat.committee_id, other) if book.other and other else None
    if book.other and to is None:
        raise refuse(f"请选{book.other}。")
    if to is not None and any(p is not None and p.pk == to.pk for p in places):
        raise refuse("不能转给本县自己。")
    holder = body_of(seat, owner) if book.owner and owner else None
    if book.owner and holder is None:
        raise refuse("请选责任单位。")
    rows = []
    for place in places:
        if not may_write(seat, place, owner if book.owner else None):
            raise refuse("只有专委会、督办机构、本县或责任单位可以登记。", "who")
        within(seat.committee_id, book, kept, place)
        row = Entry.objects.create(
            committee_id=seat.committee_id, ledger=book.code, title=title.strip()[:160], region=place,
            other=to, owner=holder, about_type=book.about if about_id else "", about_id=about_id,
            step=book.first.code, data=kept, by_id=seat.person_id, on=today(),
        )  # fmt: skip
        EntryStep.objects.create(
            committee_id=seat.committee_id, entry=row, step=row.step, by_id=seat.person_id, on=today()
        )  # fmt: skip
        rows.append(row)
    return Done(case=rows[0], result=rows[0], detail={"ledger": book.code, "rows": len(rows)})


def within(
    committee_id: int, book: Ledger, data: Mapping[str, Any], region: Region | None, but: int = 0
) -> None:
    """A limit that says at most: one more than that is refused with the rule's own words."""
    for limit in book.limits:
        if limit.most is None or data.get(limit.field) != limit.value:
            continue
        if count(committee_id, book, limit, region, but) >= limit.most:
            raise refuse(f"{limit.words}（{book.source}）。{region or '本市'}已经有{limit.most}个{limit.value}，先调整原来的再登记。")  # fmt: skip


def count(
    committee_id: int, book: Ledger, limit: Limit, region: Region | None, but: int = 0
) -> int:
    """How many rows that still count have this choice."""
    rows = Entry.objects.filter(committee_id=committee_id, ledger=book.code, step__in=book.live)
    if not limit.whole:
        rows = rows.filter(region=region)
    return sum(r.data.get(limit.field) == limit.value for r in rows.exclude(pk=but).only("data"))


@act("ledger.amend", "改台账")
def amend_row(seat: Seat, pk: int, *, data: Mapping[str, Any], note: str = "") -> Done:
    """What stands on a row is corrected; before and after are both kept."""
    row = lock(Entry, pk, seat.committee_id)
    book = row.book
    if not may_write(seat, row.region, row.owner_id):
        raise refuse("只有专委会、督办机构、本县或责任单位可以改。", "who")
    if book.step(row.step).shown and len(book.steps) > 1 and not keeps(seat):
        raise refuse("已经公布，改动请专委会来做。")
    kept = {f.code: value_of(f, data.get(f.code, row.data.get(f.code))) for f in book.fields}
    changed = {k: [row.data.get(k, ""), v] for k, v in kept.items() if row.data.get(k, "") != v}
    if not changed:
        raise refuse("没有改动。")
    within(seat.committee_id, book, kept, row.region, but=row.pk)
    row.data = kept
    row.save(update_fields=["data"])
    EntryStep.objects.create(
        committee_id=seat.committee_id, entry=row, was=row.step, step=row.step,
        note=note.strip()[:300], changed=changed, by_id=seat.person_id, on=today(),
    )  # fmt: skip
    return Done(case=row, detail={"fields": sorted(changed)})


def next_steps(seat: Seat, row: Entry) -> list[tuple[Step, str]]:
    """Steps that follow, each with why this seat may not take it ('' when it may)."""
    return [(s, why_not(seat, row, s)) for s in row.book.steps if row.step in s.source]


def why_not(seat: Seat, row: Entry, step: Step) -> str:
    """The rule of a step in words, or ''."""
    other_side = row.other is not None and speaks_for(seat, row.other)
    right = {
        "office": keeps(seat),
        "unit": may_write(seat, row.region, row.owner_id) and not keeps(seat),
        "both": may_write(seat, row.region, row.owner_id),
        "other": other_side or (keeps(seat) and (row.other is None or row.other.speaks_id is None)),
    }[step.who]
    if not right:
        return f"这一步由{WHO[step.who]}来做。"
    if step.other_person and row.by_id == seat.person_id:
        return "这一步不能由登记的人自己做，请换一位。"
    lacking = [f.label for c in step.needs if (f := row.book.field(c)) and not row.data.get(c)]
    return f"先填：{'、'.join(lacking)}。" if lacking else ""


@act("ledger.move", "台账走一步")
def move_row(seat: Seat, pk: int, *, step: str, note: str) -> Done:
    """One step on, by whom the preset names, with a word that says on what ground."""
    row = lock(Entry, pk, seat.committee_id)
    found = next((x for x in next_steps(seat, row) if x[0].code == step), None)
    if found is None:
        raise refuse(f"“{row.step_label}”之后没有这一步。", "step")
    if found[1]:
        raise refuse(found[1], "who")
    if not note.strip():
        raise refuse("请写凭什么走这一步。")
    was, row.step = row.step, found[0].code
    row.save(update_fields=["step"])
    EntryStep.objects.create(
        committee_id=seat.committee_id, entry=row, was=was, step=row.step, note=note.strip()[:300],
        by_id=seat.person_id, on=today(),
    )  # fmt: skip
    return Done(case=row, detail={"ledger": row.ledger, "was": was, "step": row.step})
