"""Who keeps programmes, who reads them, who writes for a partner."""

from ..groups.people import bodies_of
from ..procedures.seat import Role, Seat
from .models import Contributor

OFFICE = (Role.CLERK, Role.ORGANISER)
READERS = (*OFFICE, Role.SECOND_REVIEWER, Role.LEADER, Role.MEMBER)


def speaks_for(seat: Seat, partner: Contributor | None) -> bool:
    """The partner in person, or the head of the body that takes part."""
    if partner is None or partner.left_on:
        return False
    return partner.who_id == seat.person_id or bodies_of(seat).get(partner.who_id, False)
