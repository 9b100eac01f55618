"""Rules of a programme's rows (专项记录) that its verbs and its pages ask alike."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..procedures.office_calendar import today
from ..procedures.perform import lock
from ..procedures.seat import Role, Seat
from ..procedures.verdicts import refuse
from ..yardsticks.entries import value_of
from ..yardsticks.ledgers.book import Step
from .book import Sheet
from .models import Contributor, Item, ItemStep, Programme
from .people import OFFICE, speaks_for


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
