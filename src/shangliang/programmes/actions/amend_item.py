"""改专项记录: fields are filled in or corrected, and the history says so."""

from collections.abc import Mapping
from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..counting import keep, mark
from ..rows import checked_row, kept_step, may_write, own_item


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
    row.once = mark(row.book, row.counter_id, row.on, kept)
    keep(row)
    labels = "、".join(f.label for f in row.book.fields if f.code in changed)
    kept_step(row, row.step, f"改了{labels}。{note.strip()}", seat)
    return Done(case=row.programme, about=row, detail={"fields": changed})
