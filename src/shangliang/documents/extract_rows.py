"""What the verbs of one thing read out of a text share: how it is marked as decided."""

from django.utils import timezone

from ..procedures.seat import Seat
from .models import Extract


def decided(case: Extract, seat: Seat) -> None:
    case.decided_by_id, case.decided_at = seat.person_id, timezone.now()
