"""写述职."""

from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Statement


@act("statement.save", "写述职", Role.MEMBER)
def save_statement(seat: Seat, *, year: int, text: str, hand_in: bool = False) -> Done:
    """One a year; may be written on until it is handed in."""
    if not 1990 < year <= today().year:
        raise refuse("没有这一年。")
    if hand_in and len(text.strip()) < 50:
        raise refuse("述职太短，请至少写 50 个字。写的已经留着。")
    row, _ = Statement.objects.get_or_create(
        committee_id=seat.committee_id, person_id=seat.person_id, year=year
    )
    if row.handed_at:
        raise refuse("述职已经提交。要改请联系工作人员。")
    row.text = text.strip()[:6000]
    if hand_in:
        row.handed_at = timezone.now()
    row.save()
    return Done(case=row, detail={"year": year, "handed": hand_in})
