"""Which jobs a seat may see: one's own. The administrator sees that others run, not what they found."""

from django.db.models import QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import Job


def own(seat: Seat) -> QuerySet[Job]:
    """Started by this person; results and files are reached through this alone."""
    return Job.objects.filter(committee_id=seat.committee_id, by_id=seat.person_id or None)


def listed(seat: Seat) -> QuerySet[Job]:
    """For the list: an administrator watches all of the committee's."""
    if seat.has(Role.ADMIN):
        return Job.objects.filter(committee_id=seat.committee_id)
    return own(seat)


REACH["job"] = own
