"""去别名."""

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Actor, Alias


@act("alias.drop", "去别名", Role.CLERK)
def drop_alias(seat: Seat, pk: int, *, alias: int) -> Done:
    """The name no longer finds this body."""
    row = lock(Actor, pk, seat.committee_id)
    gone, _ = Alias.objects.filter(committee_id=seat.committee_id, actor=row, pk=alias).delete()
    if not gone:
        raise refuse("这个别名已经不在了。")
    return Done(case=row, detail={"alias": alias})
