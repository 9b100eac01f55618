"""日历订阅: a secret address for one's own calendar; a new one ends the old one."""

from django.utils import timezone

from ..procedures.seat import Seat
from .models import Feed


def end(seat: Seat) -> None:
    Feed.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, revoked_at__isnull=True
    ).update(revoked_at=timezone.now())
