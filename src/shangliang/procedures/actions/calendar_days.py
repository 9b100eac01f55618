"""改日历: days off and make-up workdays the office enters, and years it declares complete.

The state's arrangement comes with the package; here an office adds a notice that is newer than the
package, or a local day. Every change is followed by one recount of the running clocks.
"""

from datetime import date, timedelta

from ...actors.models import Actor
from ...engines.calendar import PUBLISHED_YEARS
from ...jobs.models import Job
from ...jobs.run import enqueue
from ..models import Holiday, KnownYear
from ..office_calendar import forget, today
from ..perform import Done
from ..plain import act
from ..recount import KIND
from ..seat import Role, Seat
from ..verdicts import refuse

KEEPERS = (Role.ADMIN, Role.CLERK)
LONGEST = 15  # days; the longest holiday so far had eight and its make-up days


def recount_later(seat: Seat) -> None:
    """Once the change is committed; a recount that already waits will see this change too."""
    forget(seat.committee_id)
    waiting = Job.objects.filter(committee_id=seat.committee_id, kind=KIND, state=Job.State.WAITING)
    if not waiting.exists():
        enqueue(committee_id=seat.committee_id, person_id=seat.person_id, kind=KIND)


def committee(seat: Seat) -> Actor:
    return Actor.objects.get(pk=seat.committee_id)


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


@act("calendar.clear", "恢复日历", *KEEPERS)
def clear_day(seat: Seat, *, day: date) -> Done:
    """Back to what the state's arrangement says."""
    gone, _ = Holiday.objects.filter(committee_id=seat.committee_id, day=day).delete()
    if not gone:
        raise refuse("这一天没有改过。", "state")
    recount_later(seat)
    return Done(case=committee(seat), detail={"first": day})


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
