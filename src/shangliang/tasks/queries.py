"""Which tasks a seat may see."""

from django.db.models import QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import Task


def visible(seat: Seat) -> QuerySet[Task]:
    """The office and leaders see all; a unit its own; members those of the committee (promises
    made to proposers are the committee's common knowledge)."""
    rows = Task.objects.filter(committee_id=seat.committee_id).select_related("owner")
    if not seat.signed_in:
        return rows.none()
    if seat.has(Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.MEMBER):
        return rows
    return rows.filter(owner_id__in=seat.units)


REACH["task"] = visible
