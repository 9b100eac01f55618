"""What the verbs of a clause share.

A clause that nobody takes stays in sight as unclaimed; it can become a topic in one step (S-085).
"""

from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Clause


def clause_of(seat: Seat, pk: int) -> Clause:
    """A clause of the seat's committee, locked."""
    row = (
        Clause.objects.select_for_update(of=("self",))
        .select_related("intake")
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if row is None:
        raise refuse("没有找到这一条。", "wall")
    return row
