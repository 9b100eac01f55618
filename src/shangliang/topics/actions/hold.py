"""协商：开会."""

from datetime import date

from django.utils import timezone

from ...procedures.office_calendar import calendar_of, today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..limits import set_limit
from ..models import Consultation


@verb(CONSULTATION, "hold", Consultation)
def hold(case: Consultation, seat: Seat, *, held_on: date | None = None) -> Done:
    """The meeting takes place. From here the minutes are counted."""
    on = held_on or today()
    if on > today():
        raise refuse("开会的日期不能晚于今天；还没到那天，到时再点。")
    if case.starts_at and on < timezone.localtime(case.starts_at).date():
        raise refuse("还没到安排的那一天。提前开的，请先改安排，告诉每一位。")
    case.held_on = on
    calendar = calendar_of(case.committee_id)
    due = calendar.add_workdays(on, case.kind.minutes_days)
    set_limit(case, "minutes", due, f"会后 {case.kind.minutes_days} 个工作日")
    if case.kind.feedback_days:
        case.feedback_until = calendar.add_workdays(on, case.kind.feedback_days)
    return Done(detail={"on": on})
