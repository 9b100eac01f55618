"""签收: the unit takes the duty on."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ASSIGNMENT
from ..models import Assignment


@verb(ASSIGNMENT, "accept", Assignment)
def accept(case: Assignment, seat: Seat, *, section: str = "") -> Done:
    """Sign for it; the person who signs is the unit's contact."""
    case.signed_at = timezone.now()
    case.contact_id = seat.person_id
    case.section = section.strip()[:60] or case.section
    return Done(detail={"unit": case.unit_id})
