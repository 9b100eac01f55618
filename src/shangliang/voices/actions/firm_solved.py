"""企业难题：企业说：解决了."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..firm_says import said
from ..flow import DIFFICULTY
from ..models import Voice


@verb(DIFFICULTY, "firm_solved", Voice)
def firm_solved(case: Voice, seat: Seat, *, note: str = "") -> Done:
    """Said by the firm with its receipt, or by phone to staff, who is named."""
    row = said(case, seat, "solved", note)
    case.closed_at = timezone.now()
    return Done(about=row, detail={"round": case.round, "by_phone": row.told_by_phone})
