"""共识有了新版."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..accords import KEEPERS, add
from ..models import Accord


@act("accord.amend", "共识有了新版", *KEEPERS)
def amend_accord(
    seat: Seat,
    *,
    accord: int,
    text: str,
    parties: str,
    degree: str,
    remaining: str = "",
    consultation: int | None = None,
) -> Done:
    """The next edition; what changed is shown beside the one before."""
    row = (
        Accord.objects.select_for_update().filter(committee_id=seat.committee_id, pk=accord).first()
    )
    if row is None:
        raise refuse("没有这项共识。", "wall")
    add(row, seat, text, parties, degree, remaining, consultation)
    return Done(case=row)
