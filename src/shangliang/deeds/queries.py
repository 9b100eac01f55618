"""Which reported deeds and contests a seat may see, and whose record it may read."""

from django.db.models import QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import Contest, Deed

OFFICE = (Role.CLERK, Role.SECOND_REVIEWER, Role.ORGANISER)
READERS = (*OFFICE, Role.LEADER)


def may_read(seat: Seat, person: int) -> bool:
    """One's own; the office and leaders everybody's."""
    return seat.signed_in and (seat.person_id == person or seat.has(*READERS))


def deeds(seat: Seat) -> QuerySet[Deed]:
    rows = Deed.objects.filter(committee_id=seat.committee_id).select_related("person")
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*READERS) else rows.filter(person_id=seat.person_id)


def contests(seat: Seat) -> QuerySet[Contest]:
    rows = Contest.objects.filter(committee_id=seat.committee_id).select_related("person")
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*READERS) else rows.filter(person_id=seat.person_id)


REACH["deed"] = deeds
REACH["contest"] = contests
