"""说明数字: a unit's word stands beside its figure, with its day (catalogue E13)."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..circular import first_of
from ..models import Explanation


@act("circular.explain", "说明通报数字")
def explain_figure(seat: Seat, *, unit: int, month: date, text: str) -> Done:
    """A later word takes the place of the earlier one on the page; both are kept."""
    if unit not in seat.units:
        raise refuse("只有本单位的人员可以为本单位的数字说明。", "who")
    if not text.strip():
        raise refuse("请写说明。")
    if len(text) > 500:
        raise refuse("说明最多 500 字。")
    row = Explanation.objects.create(
        committee_id=seat.committee_id,
        unit_id=unit,
        month=first_of(month),
        text=text.strip(),
        by_id=seat.person_id,
        on=today(),
    )
    return Done(case=row, detail={"unit": unit, "month": row.month})
