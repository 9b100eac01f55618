"""Which tasks a seat may see."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import Partner, Task


def visible(seat: Seat) -> QuerySet[Task]:
    """The office and leaders see all; a unit its own, its parts and what it joins in; members those of the committee (promises
    made to proposers are the committee's common knowledge); whoever assigned one sees that one."""
    rows = Task.objects.filter(committee_id=seat.committee_id).select_related("owner")
    if not seat.signed_in:
        return rows.none()
    if seat.has(Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.MEMBER, Role.ORGANISER):
        return rows
    mine = Q(assigned_by_id=seat.person_id)
    if seat.units:
        joint = Partner.objects.filter(
            committee_id=seat.committee_id, task=OuterRef("pk"), unit_id__in=seat.units
        )
        mine |= Q(owner_id__in=seat.units) | Q(parent__owner_id__in=seat.units) | Q(Exists(joint))
    return rows.filter(mine)


REACH["task"] = visible
