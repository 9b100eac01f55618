"""Which notices a person has: one's own and no other's."""

from django.db.models import QuerySet

from ..procedures.seat import Seat
from .models import Delivery, Notice


def inbox(seat: Seat, waiting: bool = False) -> QuerySet[Notice]:
    """Newest first; ``waiting``: only what waits for one's act and is not read."""
    rows = Notice.objects.filter(committee_id=seat.committee_id, to_id=seat.person_id or None)
    return rows.filter(needs_act=True, read_at__isnull=True) if waiting else rows


def unread(seat: Seat) -> int:
    """For the number beside the menu; a hundred and more are shown as they are counted."""
    if not seat.signed_in:
        return 0
    return inbox(seat).filter(read_at__isnull=True).count()


def deliveries(seat: Seat) -> QuerySet[Delivery]:
    """One's own delivery log."""
    return Delivery.objects.filter(committee_id=seat.committee_id, to_id=seat.person_id or None)
