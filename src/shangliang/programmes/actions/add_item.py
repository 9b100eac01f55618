"""登记专项记录: one row of a sheet, at its first step. What is asked stands in the preset."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..counting import counter_of, keep, mark
from ..models import Item, Undertaking
from ..rows import checked_row, kept_step, may_write, running


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
    counter: int | None = None,
    proof: str = "",
) -> Done:
    """One row at the sheet's first step; a row that counts is counted once, however often entered."""
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
    goal = counter_of(case, book, counter)
    row = Item(
        committee_id=case.committee_id, programme=case, sheet=sheet, title=title.strip()[:160],
        on=on, partner=who, line=task, step=book.first, data=kept, proof=proof.strip()[:300],
        by_id=seat.person_id, counter=goal, once=mark(book, goal.pk if goal else None, on, kept),
    )  # fmt: skip
    keep(row)
    kept_step(row, "", "", seat)
    return Done(case=case, about=row, result=row, detail={"sheet": sheet})
