"""Which teams, shifts and listed people a seat may see."""

from django.db.models import Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import Booking, Listed, Shift, Team
from .people import MEMBERS, OFFICE, READERS, bodies_of


def teams(seat: Seat) -> QuerySet[Team]:
    """The office and leaders all; members all but branches, which only their own people see."""
    rows = Team.objects.filter(committee_id=seat.committee_id).select_related("body", "guide")
    if seat.has(*READERS):
        return rows
    if not seat.has(*MEMBERS):
        return rows.none()
    return rows.filter(~Q(form="branch") | Q(body_id__in=list(bodies_of(seat))))


def my_teams(seat: Seat) -> QuerySet[Team]:
    """Those one belongs to."""
    return teams(seat).filter(body_id__in=list(bodies_of(seat)), state="running")


def shifts(seat: Seat) -> QuerySet[Shift]:
    """Of the teams one belongs to, one's own, and those one is asked to take over."""
    rows = Shift.objects.filter(committee_id=seat.committee_id).select_related(
        "team__body", "person", "stand_in"
    )
    if seat.has(*READERS):
        return rows
    if not seat.has(*MEMBERS):
        return rows.none()
    return rows.filter(
        Q(team__body_id__in=list(bodies_of(seat)))
        | Q(person_id=seat.person_id)
        | Q(stand_in_id=seat.person_id)
    )


def listed(seat: Seat) -> QuerySet[Listed]:
    """The talent pool and friends: the office. Contacts: their keeper alone. Oneself: always."""
    rows = Listed.objects.filter(committee_id=seat.committee_id).select_related("person", "keeper")
    if not seat.signed_in or not seat.roles or seat.has(Role.ADMIN, Role.SECURITY, Role.AUDITOR):
        return rows.none()
    mine = Q(person_id=seat.person_id) | Q(keeper_id=seat.person_id)
    if seat.has(*OFFICE):
        return rows.filter(~Q(kind="contact") | mine)
    return rows.filter(mine)


def bookings(seat: Seat) -> QuerySet[Booking]:
    """Of every place one may see: whoever wants it must know when it is taken."""
    rows = Booking.objects.filter(committee_id=seat.committee_id).select_related("team__body", "by")
    return rows if seat.has(*READERS, *MEMBERS) else rows.none()


REACH["booking"] = bookings
REACH["team"] = teams
REACH["shift"] = shifts
REACH["listed"] = listed
