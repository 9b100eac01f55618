"""发现：答复."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FINDING
from ..models import Finding


@verb(FINDING, "answer_finding", Finding)
def answer_finding(case: Finding, seat: Seat, *, text: str) -> Done:
    """What was done; that it helped is for the second visit to say."""
    if not text.strip():
        raise refuse("请写做了什么、改到什么程度。")
    case.answer, case.answered_at = text.strip()[:2000], timezone.now()
    return Done(detail={"unit": case.unit_id})
