"""报表入库: a batch that is still open. Upload, map once, look, take in."""

from ..procedures.perform import lock
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Batch

S = Batch.State


def open_batch(seat: Seat, pk: int) -> Batch:
    """The sheet, locked, unless taken in or dropped before."""
    row = lock(Batch, pk, seat.committee_id)
    if row.state in (S.DONE, S.RUNNING):
        raise refuse("这张表已经记入了，不会再记第二遍。")
    if row.state == S.DROPPED:
        raise refuse("这张表已经放弃，请重新上传。")
    return row
