"""设系统建议: how alike before two cases are shown as such, and whether anything is suggested."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Threshold
from ..pairs_seen import forget

LOWEST, HIGHEST = 0.15, 0.90


@act("search.set_suggestions", "设系统建议", Role.CLERK)
def set_suggestions(seat: Seat, *, alike: float, on: bool = True) -> Done:
    """The office's own threshold (0.15–0.90). Raises Refused."""
    if not LOWEST <= alike <= HIGHEST:
        raise refuse(f"门槛请在 {LOWEST:.2f} 到 {HIGHEST:.2f} 之间。")
    row, _ = Threshold.objects.update_or_create(
        committee_id=seat.committee_id,
        defaults={"alike": alike, "on": on, "set_by_id": seat.person_id},
    )
    forget()
    return Done(case=row, detail={"alike": round(alike, 2), "on": on})
