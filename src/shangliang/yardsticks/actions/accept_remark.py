"""数据说明：核实."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import REMARK
from ..models import Remark
from ..remarks import settle


@verb(REMARK, "accept_remark", Remark)
def accept_remark(case: Remark, seat: Seat, *, answer: str = "") -> Done:
    """The note stays beside the number, accepted."""
    settle(case, seat, answer)
    return Done(detail={"reading": case.reading_id})
