"""说明: the figure a region is asked about, and how it is settled (S-155, E13)."""

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Reading, Remark


def reading_of(seat: Seat, pk: int) -> Reading:
    """A reading of this committee."""
    row = (
        Reading.objects.filter(pk=pk, committee_id=seat.committee_id)
        .select_related("region", "yardstick")
        .first()
    )
    if row is None:
        raise refuse("没有找到这个数。", "wall")
    return row


def settle(case: Remark, seat: Seat, answer: str) -> None:
    """Who looked at it, when, with what word."""
    case.answer, case.judged_by_id, case.judged_on = answer.strip()[:300], seat.person_id, today()
