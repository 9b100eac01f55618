"""停用."""

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ..models import Actor


@act("body.retire", "停用", Role.CLERK)
def retire(seat: Seat, pk: int, *, active: bool = False) -> Done:
    """A body out of use is not offered any more; its history stays. ``active`` brings it back."""
    row = lock(Actor, pk, seat.committee_id)
    row.active = active
    row.save(update_fields=["active"])
    return Done(case=row, detail={"active": active})
