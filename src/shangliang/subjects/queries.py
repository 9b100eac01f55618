"""Which things and which money a seat may see."""

from django.db.models import QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import FundLine, Subject

KEEPERS = (Role.ADMIN, Role.SECURITY, Role.AUDITOR)


def subjects(seat: Seat) -> QuerySet[Subject]:
    """Everybody who does business here; the three administrators do none."""
    rows = Subject.objects.filter(committee_id=seat.committee_id).select_related("unit", "place")
    business = seat.roles - set(KEEPERS)
    return rows if seat.signed_in and business else rows.none()


def lines(seat: Seat) -> QuerySet[FundLine]:
    """The offices and leaders see every line; a unit its own; members see totals only."""
    rows = FundLine.objects.filter(committee_id=seat.committee_id).select_related("fund", "unit")
    if seat.has(Role.SUPERVISOR, Role.CLERK, Role.LEADER, Role.ORGANISER):
        return rows
    return rows.filter(unit_id__in=seat.units)


REACH["subject"] = subjects
REACH["fund_line"] = lines
