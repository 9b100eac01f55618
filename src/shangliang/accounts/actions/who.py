"""Rows that verbs of accounts are about."""

from ...actors.models import Actor
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import User


def person_of(seat: Seat) -> Actor:
    """The seat's own row."""
    return Actor.objects.get(pk=seat.person_id, committee_id=seat.committee_id)


def account_here(seat: Seat, pk: int) -> tuple[User, Actor]:
    """An account with a person in this committee; another committee's is not there."""
    person = (
        Actor.objects.filter(committee_id=seat.committee_id, account_id=pk).order_by("pk").first()
    )
    user = User.objects.select_for_update().filter(pk=pk).first() if person else None
    if user is None or person is None:
        raise refuse("没有找到这个账号，或者它不属于您所在的政协。", "wall")
    return user, person
