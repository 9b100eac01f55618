"""排值班: the days between two dates that are the chosen weekdays and working days, people in turn."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from ...notices.post import post
from ...procedures.office_calendar import calendar_of, today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..models import Booking, Shift, Team
from ..people import people_of
from ..slots import meeting, taken

LONGEST = timedelta(days=190)


@verb(TEAM, "set_rota", Team)
def set_rota(
    case: Team,
    seat: Seat,
    *,
    first: date,
    last: date,
    weekdays: Sequence[int],
    people: Sequence[int],
    begins: str = "09:00",
    ends: str = "11:30",
) -> Done:
    """``weekdays``: 0 is Monday. A day that is taken or booked at that hour stays as it is."""
    opens, closes = hour(begins), hour(ends)
    if first < today():
        raise refuse("值班从今天以后排起。")
    if last < first or last - first > LONGEST:
        raise refuse("一次排半年以内，止不早于起。")
    if closes <= opens:
        raise refuse("结束要晚于开始。")
    chosen = list(dict.fromkeys(people))
    if not chosen or not weekdays:
        raise refuse("请选星期几和值班的人。")
    inside = {p.pk for p in people_of([case])[case.pk]}
    if set(chosen) - inside:
        raise refuse(f"值班的人要是{case}的成员。", "wall")
    had = Shift.objects.filter(
        committee_id=case.committee_id, team=case, begins=opens, day__range=(first, last)
    ).exclude(state="dropped")
    kept = set(had.values_list("day", flat=True))
    slots = meeting(opens, closes)
    kept |= {
        day for (day, slot), row in taken(case, first, last).items()
        if slot in slots and isinstance(row, Booking)
    }  # fmt: skip
    calendar = calendar_of(case.committee_id)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    days = [d for d in days if d.weekday() in weekdays and calendar.is_workday(d)]
    free = [d for d in days if d not in kept]
    if not free:
        raise refuse("这段时间没有可排的工作日，或者都已排好。")
    turn = Shift.objects.filter(committee_id=case.committee_id, team=case).count()
    rows = Shift.objects.bulk_create(
        Shift(
            committee_id=case.committee_id, team=case, day=day, begins=opens, ends=closes,
            person_id=(who := chosen[(turn + n) % len(chosen)]), first_person_id=who,
        )
        for n, day in enumerate(free)
    )  # fmt: skip
    post(
        committee_id=case.committee_id,
        to=sorted({row.person_id for row in rows}),
        kind="shift.planned",
        text=f"{case}排了值班，从 {free[0]:%-m 月 %-d 日}起，请看您的日子",
        case=case,
        url="/groups/mine/",
        but=seat.person_id,
    )
    return Done(detail={"count": len(rows), "first": free[0], "last": free[-1]})


def hour(text: str) -> time:
    """14:30. Raises Refused."""
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise refuse("请按“14:30”这样写时间。") from None
