"""听取汇报与中心组学习：收尾."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import SITTING
from ..models import Sitting


@verb(SITTING, "close_sitting", Sitting)
def close_sitting(case: Sitting, seat: Seat) -> Done:
    """Every decision has its task; the rest lives on the board."""
    return Done(detail={"points": case.points.count()})
