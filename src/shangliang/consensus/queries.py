"""Which rounds a seat manages. Answering needs no seat: it goes by the round's code."""

from django.db.models import Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import Round, Statement


def visible(seat: Seat) -> QuerySet[Round]:
    """Organisers, supervisors and leaders see all of their committee; a convenor their own; others what
    is published."""
    rows = Round.objects.filter(committee_id=seat.committee_id)
    if not seat.signed_in or seat.has(Role.ADMIN, Role.SECURITY, Role.AUDITOR):
        return rows.none()
    if seat.has(Role.ORGANISER, Role.LEADER, Role.SUPERVISOR, Role.CLERK):
        return rows
    return rows.filter(Q(by_id=seat.person_id) | Q(state__in=["open", "published"]))


def statements(seat: Seat) -> QuerySet[Statement]:
    """Those of the rounds a seat sees."""
    return Statement.objects.filter(
        committee_id=seat.committee_id, round__in=visible(seat)
    ).select_related("round")


REACH["round"] = visible
REACH["statement"] = statements
