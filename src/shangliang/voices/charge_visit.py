"""走访和共同计划: the township a charge is about."""

from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .charge import mine
from .models import Charge


def township(seat: Seat, pk: int) -> Charge:
    row = mine(seat, pk)
    if row.kind != Charge.Kind.TOWNSHIP:
        raise refuse("只有乡镇有共同计划。")
    return row
