"""改台账."""

from collections.abc import Mapping
from typing import Any

from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..entries import may_write, value_of, within
from ..models import Entry, EntryStep
from ..who import keeps


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
