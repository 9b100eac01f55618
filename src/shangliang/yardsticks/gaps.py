"""差距: the body it stands with."""

from ..actors.models import Actor
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse


def body_of(seat: Seat, pk: int) -> Actor:
    """A body of this committee that can owe something; never a person."""
    row = (
        Actor.objects.filter(pk=pk, committee_id=seat.committee_id, active=True)
        .exclude(kind__in=[Actor.Kind.PERSON, Actor.Kind.CITIZEN])
        .first()
    )
    if row is None:
        raise refuse("没有找到这个责任单位。", "wall")
    return row
