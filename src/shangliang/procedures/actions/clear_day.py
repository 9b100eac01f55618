"""恢复日历."""

from datetime import date

from ..calendar_days import KEEPERS, committee, recount_later
from ..models import Holiday
from ..perform import Done
from ..plain import act
from ..seat import Seat
from ..verdicts import refuse


@act("calendar.clear", "恢复日历", *KEEPERS)
def clear_day(seat: Seat, *, day: date) -> Done:
    """Back to what the state's arrangement says."""
    gone, _ = Holiday.objects.filter(committee_id=seat.committee_id, day=day).delete()
    if not gone:
        raise refuse("这一天没有改过。", "state")
    recount_later(seat)
    return Done(case=committee(seat), detail={"first": day})
