"""作废专项记录: it counts no more and stays to be read."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..people import OFFICE
from ..rows import own_item


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
