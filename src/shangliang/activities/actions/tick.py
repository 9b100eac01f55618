"""名单签到: the clerk ticks people off, in or out, and can take a tick back at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Sitting, Tick
from ..record import Taken, keep, recount
from ..signing import nearest


@verb(ACTIVITY, "tick", Activity)
def tick(
    case: Activity,
    seat: Seat,
    *,
    people: Sequence[int],
    what: str = "in",
    sitting: int | None = None,
    at: datetime | None = None,
) -> Done:
    """``what``: ``in``, ``out`` or ``undo``. ``at``: when, if it is entered afterwards."""
    now = timezone.now()
    at = at or now
    if at > now + timedelta(minutes=2):
        raise refuse("签到时间不能晚于现在。")
    part = chosen(case, sitting, at)
    if not people:
        raise refuse("请在名单上勾选。")
    if what == "undo":
        return undo(case, part, people)
    if what not in Tick.What.values:
        raise refuse("请选“到”“离”或“撤回”。")
    taken = [
        Taken(
            person=person,
            sitting=part,
            what=what,
            way=Tick.Way.LIST,
            at=at,
            key=f"list:{part.pk}:{person}:{what}:{int(at.timestamp())}",
        )
        for person in dict.fromkeys(people)
    ]
    kept = keep(case, seat, taken)
    if kept.strangers:
        raise refuse("名单里有不属于本政协的人。", "wall")
    return Done(detail={"sitting": part.number, "what": what, "people": kept.new})


def chosen(case: Activity, sitting: int | None, at: datetime) -> Sitting:
    """The sitting named, one of this activity's; else the one of the time."""
    if sitting is None:
        return nearest(case, at)
    found = case.sittings.filter(pk=sitting).first()
    if found is None:
        raise refuse("没有这个单元。")
    return found


def undo(case: Activity, part: Sitting, people: Sequence[int]) -> Done:
    """Ticked by mistake: the ticks stay to be read, and count no more."""
    rows = Tick.objects.filter(
        activity=case, sitting=part, attendance__person_id__in=people, taken_back_at__isnull=True
    )
    who = set(rows.values_list("attendance_id", flat=True))
    count = rows.update(taken_back_at=timezone.now())
    recount(case, who)
    return Done(detail={"sitting": part.number, "what": "undo", "people": count})
