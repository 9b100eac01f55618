"""导入: many rows of one sheet at once; what was checked is entered, in one event."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ...journal.after import touched
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..counting import mark
from ..models import Item, ItemStep
from ..people import OFFICE
from ..rows import checked_row, running


@act("programme.import", "导入专项记录", *OFFICE)
def import_items(seat: Seat, pk: int, *, sheet: str, rows: Sequence[dict[str, Any]]) -> Done:
    """Returns (entered, there before): a row of the same name and day, or of one count, is entered once."""
    case = running(seat, pk)
    book = case.book.sheet(sheet)
    if book is None or (book.partner and not book.counts):
        raise refuse("这张表要一条一条登记：每条都要选参加方。")
    if not rows:
        raise refuse("没有可以导入的行。")
    there = Item.objects.filter(programme=case, sheet=sheet, void_why="")
    known: set[object] = set(
        there.values_list("once", flat=True) if book.counts else there.values_list("title", "on")
    )
    goals = set(case.counters.values_list("pk", flat=True))
    sides = set(case.partners.values_list("pk", flat=True))
    fresh = []
    for row in rows:
        on, title = date.fromisoformat(row["on"]), row["title"].strip()[:160]
        kept = checked_row(book, title, on, row["data"], row.get("proof", ""))
        goal, side = row.get("counter"), row.get("partner")
        if book.counts and not (goal in goals and side in sides):
            raise refuse("计数项或参加方变了，请重新上传。")
        once = mark(book, goal, on, kept)
        same = once or (title, on)
        if same in known:
            continue
        known.add(same)
        fresh.append(
            Item(
                committee_id=case.committee_id, programme=case, sheet=sheet, title=title, on=on,
                step=book.first, data=kept, proof=row.get("proof", "")[:300], by_id=seat.person_id,
                counter_id=goal, partner_id=side, once=once,
            )
        )  # fmt: skip
    made = Item.objects.bulk_create(fresh, batch_size=500)
    ItemStep.objects.bulk_create(
        [
            ItemStep(
                committee_id=case.committee_id, item=row, step=row.step, note="从表格导入",
                by_id=seat.person_id, on=today(),
            )
            for row in made
        ],
        batch_size=500,
    )  # fmt: skip
    for one in made:
        touched(case.committee_id, "item", one.pk)  # one event names the programme, not each row
    counted = (len(made), len(rows) - len(made))
    return Done(case=case, result=counted, detail={"sheet": sheet, "rows": len(made)})
