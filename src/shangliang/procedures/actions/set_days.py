"""改日历."""

from datetime import date, timedelta

from ..calendar_days import KEEPERS, committee, recount_later
from ..models import Holiday
from ..office_calendar import today
from ..perform import Done
from ..plain import act
from ..seat import Seat
from ..verdicts import refuse

LONGEST = 15  # days; the longest holiday so far had eight and its make-up days


def check_range(first: date, last: date) -> None:
    """A range as people enter it: forwards, short, and not in the distant past."""
    if last < first:
        raise refuse(f"止日 {last:%Y-%m-%d} 早于起日 {first:%Y-%m-%d}，请对调。")
    if (last - first).days >= LONGEST:
        raise refuse(f"一次最多改 {LONGEST} 天，请分几次。")
    if not today().year - 1 <= first.year <= today().year + 3:
        raise refuse("只能改去年到后三年的日子。")


@act("calendar.set", "改日历", *KEEPERS)
def set_days(
    seat: Seat, *, first: date, last: date | None = None, workday: bool, name: str = ""
) -> Done:
    """Each day of the range becomes a workday, or a day off, whatever it was."""
    last = last or first
    check_range(first, last)
    day = first
    while day <= last:
        Holiday.objects.update_or_create(
            committee_id=seat.committee_id,
            day=day,
            defaults={"workday": workday, "name": name.strip()[:40]},
        )
        day += timedelta(days=1)
    recount_later(seat)
    return Done(case=committee(seat), detail={"first": first, "last": last, "work": workday})
