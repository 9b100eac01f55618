"""订场地: one half-day of a place, for whoever comes first."""

from datetime import date

from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..limits import plain_matter
from ..models import Booking, Shift, Team
from ..people import people_of
from ..slots import AHEAD, SLOTS, free_words, taken


@verb(TEAM, "book_place", Team)
def book_place(
    case: Team, seat: Seat, *, day: date, slot: str, title: str, people: int | None = None
) -> Done:
    """The team's row is locked, so of two who ask at once the second is told. Heads are told."""
    if slot not in SLOTS:
        raise refuse("请选上午、下午还是晚上。")
    if not title.strip():
        raise refuse("请写做什么用。")
    if SLOTS[slot].over(day):
        raise refuse("这个时段已经过了，请选后面的。")
    if day > today() + AHEAD:
        raise refuse(f"最多提前 {AHEAD.days} 天订。")
    plain_matter(title)
    stands = taken(case, day, day)
    if held := stands.get((day, slot)):
        what = "有人值班" if isinstance(held, Shift) else f"已经订给“{held.title}”"
        label = f"{day:%-m 月 %-d 日}{SLOTS[slot].label}"
        raise refuse(f"{label}{what}。{free_words(stands, day)}")
    row = Booking.objects.create(
        committee_id=case.committee_id, team=case, day=day, slot=slot, title=title.strip()[:80],
        people=people, by_id=seat.person_id,
    )  # fmt: skip
    post(
        committee_id=case.committee_id,
        to=[p.pk for p in people_of([case])[case.pk] if p.head],
        kind="booking.made",
        text=f"{case}订出：{row}",
        case=case,
        url=row.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(about=row, detail={"day": day, "slot": slot}, result=row)
