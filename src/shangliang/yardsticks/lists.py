"""三张清单 (S-125) 和三个本子 (S-126): whose a row is, and the gap it hangs on."""

from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Gap
from .who import keeps, owns


def own_or_office(seat: Seat, owner: int | None) -> None:
    """The unit itself, or the office."""
    if not (owns(seat, owner) or keeps(seat)):
        raise refuse("只有单位自己、专委会或督办机构可以填。", "who")


def gap_of(seat: Seat, pk: int) -> Gap:
    """An open gap of this committee."""
    row = Gap.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    if row is None:
        raise refuse("没有找到这条差距。", "wall")
    return row
