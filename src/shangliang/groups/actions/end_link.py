"""停本人链接."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..own_link import end, friend_of
from ..people import OFFICE


@act("listed.unlink", "停本人链接", *OFFICE)
def end_link(seat: Seat, pk: int) -> Done:
    """Whoever has the address reads nothing any more."""
    row = friend_of(seat, pk)
    if not end(row):
        raise refuse("没有在用的链接。")
    return Done(case=row)
