"""专项记录: enter a row of a sheet, take it a step on, void it. What is asked stands in the preset."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...yardsticks.actions.entries import value_of
from ...yardsticks.ledgers.book import Step
from ..book import Sheet
from ..models import Contributor, Item, ItemStep, Programme, Undertaking
from ..people import OFFICE, speaks_for


def running(seat: Seat, pk: int) -> Programme:
    """A programme of this committee that still runs. Raises Refused."""
    row = Programme.objects.filter(committee_id=seat.committee_id, pk=pk).first()
    if row is None:
        raise refuse("没有找到这个专项。", "wall")
    if row.state != "running":
        raise refuse("这个专项已经结束，不再登记。", "state")
    return row


def may_write(seat: Seat, sheet: Sheet, partner: Contributor | None) -> bool:
    """The office; a partner its own rows; a member, where people enter their own."""
    return (
        seat.has(*OFFICE)
        or (sheet.partner and speaks_for(seat, partner))
        or (sheet.own and seat.has(Role.MEMBER))
    )


def checked_row(
    sheet: Sheet, title: str, on: date, data: Mapping[str, Any], proof: str
) -> dict[str, Any]:
    """The row's data as kept. Raises Refused with what is wrong, in the sheet's words."""
    if not title.strip():
        raise refuse(f"请写{sheet.row}的名称。")
    if on > today():
        raise refuse("日期还没有到，做了的才登记。")
    if sheet.proof and not proof.strip():
        raise refuse("请写凭据：票据、照片、文件在哪里。没有凭据的不算数。")
    return {f.code: value_of(f, data.get(f.code)) for f in sheet.fields}


@act("programme.enter", "登记专项记录")
def add_item(
    seat: Seat,
    pk: int,
    *,
    sheet: str,
    title: str,
    on: date,
    data: Mapping[str, Any],
    partner: int | None = None,
    line: int | None = None,
    proof: str = "",
) -> Done:
    """One row at the sheet's first step."""
    case = running(seat, pk)
    book = case.book.sheet(sheet)
    if book is None:
        raise refuse("没有这张表。", "wall")
    who = case.partners.select_related("who").filter(pk=partner).first() if partner else None
    if book.partner and who is None:
        raise refuse("请选是哪个参加方的。")
    if not may_write(seat, book, who):
        raise refuse("只有工作人员和参加方的负责人可以登记，各记各的。", "who")
    task = Undertaking.objects.filter(programme=case, pk=line).first() if line else None
    kept = checked_row(book, title, on, data, proof)
    row = Item.objects.create(
        committee_id=case.committee_id, programme=case, sheet=sheet, title=title.strip()[:160],
        on=on, partner=who, line=task, step=book.first, data=kept, proof=proof.strip()[:300],
        by_id=seat.person_id,
    )  # fmt: skip
    kept_step(row, "", "", seat)
    return Done(case=case, about=row, result=row, detail={"sheet": sheet})


def kept_step(row: Item, was: str, note: str, seat: Seat) -> None:
    """One line of the row's history."""
    ItemStep.objects.create(
        committee_id=row.committee_id, item=row, was=was, step=row.step, note=note.strip()[:300],
        by_id=seat.person_id, on=today(),
    )  # fmt: skip


def next_steps(seat: Seat, row: Item) -> list[tuple[Step, str]]:
    """Steps that follow, each with why this seat may not take it ('' when it may)."""
    if row.void_why or row.programme.state != "running":
        return []
    return [(s, why_not(seat, row, s)) for s in row.book.steps if row.step in s.source]


def why_not(seat: Seat, row: Item, step: Step) -> str:
    """The rule of a step in words, or ''."""
    book = row.book
    own = row.by_id == seat.person_id
    if step.who == "own":
        if not own:
            return "这一步由登记的本人来做。"
    elif not (seat.has(*OFFICE) or (step.who != "office" and speaks_for(seat, row.partner))):
        return "这一步由工作人员来做。"
    if step.other_person and own:
        return "这一步不能由登记的人自己做，请换一位。"
    lacking = [f.label for c in step.needs if (f := book.field(c)) and not row.data.get(c)]
    if lacking:
        return f"先填：{'、'.join(lacking)}。"
    for demand in book.demands:
        if demand.step == step.code and row.data.get(demand.field) != demand.value:
            return demand.words
    return ""


def own_item(seat: Seat, pk: int) -> Item:
    """A row of this committee, locked."""
    return lock(Item, pk, seat.committee_id)


@act("programme.step", "专项记录走一步")
def move_item(seat: Seat, pk: int, *, step: str, note: str) -> Done:
    """One step on, by whom the preset names, with a word that says on what ground."""
    row = own_item(seat, pk)
    found = next((x for x in next_steps(seat, row) if x[0].code == step), None)
    if found is None:
        raise refuse(f"“{row.step_label}”之后没有这一步。", "state")
    if found[1]:
        raise refuse(found[1], "who")
    if not note.strip():
        raise refuse("请写凭什么走这一步。")
    was, row.step = row.step, step
    row.save(update_fields=["step"])
    kept_step(row, was, note, seat)
    return Done(
        case=row.programme, about=row, detail={"sheet": row.sheet, "was": was, "step": step}
    )


@act("programme.amend", "改专项记录")
def amend_item(seat: Seat, pk: int, *, data: Mapping[str, Any], note: str) -> Done:
    """Fields are filled in or corrected; that they were stands in the history."""
    row = own_item(seat, pk)
    if row.void_why or row.programme.state != "running":
        raise refuse("已经作废或结束的不再改。", "state")
    if not (row.by_id == seat.person_id or may_write(seat, row.book, row.partner)):
        raise refuse("只有登记的人和工作人员可以改。", "who")
    if row.book.own and row.by_id != seat.person_id:
        raise refuse("这是本人登记的，只有本人可以改。", "who")
    given = {f.code: data.get(f.code, row.data.get(f.code)) for f in row.book.fields}
    kept = checked_row(row.book, row.title, row.on, given, row.proof)
    changed = sorted(k for k, v in kept.items() if row.data.get(k, "") != v)
    if not changed:
        raise refuse("没有改动。")
    row.data = kept
    row.save(update_fields=["data"])
    labels = "、".join(f.label for f in row.book.fields if f.code in changed)
    kept_step(row, row.step, f"改了{labels}。{note.strip()}", seat)
    return Done(case=row.programme, about=row, detail={"fields": changed})


@act("programme.void", "作废专项记录")
def void_item(seat: Seat, pk: int, *, why: str) -> Done:
    """Counts no more; stays to be read with the reason."""
    row = own_item(seat, pk)
    if not (seat.has(*OFFICE) or row.by_id == seat.person_id):
        raise refuse("只有登记的人和工作人员可以作废。", "who")
    if not why.strip():
        raise refuse("请写为什么作废。")
    if row.void_why:
        raise refuse("已经作废了。", "state")
    row.void_why = why.strip()[:120]
    row.save(update_fields=["void_why"])
    return Done(case=row.programme, about=row)
