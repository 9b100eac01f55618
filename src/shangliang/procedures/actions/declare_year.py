"""确认年度日历."""

from ...engines.calendar import PUBLISHED_YEARS
from ..calendar_days import KEEPERS, committee, recount_later
from ..models import Holiday, KnownYear
from ..office_calendar import today
from ..perform import Done
from ..plain import act
from ..seat import Seat
from ..verdicts import refuse


@act("calendar.declare", "确认年度日历", *KEEPERS)
def declare_year(seat: Seat, *, year: int, known: bool = True) -> Done:
    """The office says a year's days are all entered: its limits are no longer provisional."""
    if year in PUBLISHED_YEARS:
        raise refuse(f"{year} 年的放假安排随系统带着，不用确认。", "state")
    if not today().year <= year <= today().year + 3:
        raise refuse("只能确认今年到后三年的日历。")
    rows = KnownYear.objects.filter(committee_id=seat.committee_id, year=year)
    if known == rows.exists():
        raise refuse(f"{year} 年{'已经确认过了' if known else '还没有确认'}。", "state")
    if known:
        off = Holiday.objects.filter(
            committee_id=seat.committee_id, day__year=year, workday=False
        ).count()
        if off < 5:
            raise refuse(f"{year} 年只填了 {off} 天放假，不像全年的安排。请先填全再确认。")
        KnownYear.objects.create(committee_id=seat.committee_id, year=year)
    else:
        rows.delete()
    recount_later(seat)
    return Done(case=committee(seat), detail={"year": year, "known": known})
