"""撤销免评."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..exempt import tell
from ..models import Exemption
from ..points import KEEPERS


@act("points.unexempt", "撤销免评", *KEEPERS)
def end_exemption(seat: Seat, *, exemption: int) -> Done:
    """Entered wrongly: the event keeps that it stood; the points follow at the next settlement."""
    known = Exemption.objects.filter(committee_id=seat.committee_id, pk=exemption)
    row = known.select_related("person").first()
    if row is None:
        raise refuse("没有找到这条免评，可能已经撤销。")
    if row.person_id == seat.person_id:
        raise refuse("不能办自己的免评。")
    tell(row, f"已撤销免评：{row.get_reason_display()}，{row.since} 至 {row.until}。")
    detail = {"person": row.person_id, "year": row.year, "reason": row.reason,
              "since": row.since, "until": row.until}  # fmt: skip
    who = row.person
    row.delete()
    return Done(case=who, detail=detail, result=(detail["person"], detail["year"]))
