"""来声：办结."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import VOICE
from ..models import Voice


@verb(VOICE, "close", Voice)
def close(case: Voice, seat: Seat) -> Done:
    case.closed_at = timezone.now()
    return Done()
