"""改期: another time or place; everybody is told again and whoever had agreed is asked again."""

from datetime import datetime

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Attendance
from ..roster import when


@verb(ACTIVITY, "move_activity", Activity)
def move_activity(
    case: Activity,
    seat: Seat,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
) -> Done:
    """A new time starts the notice anew; a new place alone does not. Sittings move along."""
    if ends_at <= starts_at:
        raise refuse("结束时间要晚于开始时间。")
    if starts_at <= timezone.now():
        raise refuse("新的开始时间要在现在之后。")
    same_time = (starts_at, ends_at) == (case.starts_at, case.ends_at)
    place = place.strip()[:120] or case.place
    if same_time and place == case.place:
        raise refuse("时间和地点都没有变。")
    before = when(case)
    shift = starts_at - case.starts_at
    parts = list(case.sittings.all())
    if len(parts) == 1:
        parts[0].starts_at, parts[0].ends_at = starts_at, ends_at
        parts[0].save(update_fields=["starts_at", "ends_at"])
    else:
        for part in parts:
            part.starts_at, part.ends_at = part.starts_at + shift, part.ends_at + shift
            if part.ends_at > ends_at:
                raise refuse(f"“{part}”移后超出结束时间，请把结束时间改晚。")
            part.save(update_fields=["starts_at", "ends_at"])
    case.starts_at, case.ends_at, case.place = starts_at, ends_at, place
    rows = list(Attendance.objects.filter(activity=case))
    if not same_time:
        case.moved_at = timezone.now()
        # Whoever agreed agreed to another day. Leave granted for the old day is asked anew, too.
        Attendance.objects.filter(activity=case).update(told_at=timezone.now())
        Attendance.objects.filter(activity=case, state__in=["going", "not_going"]).update(
            state="invited", answered_at=None
        )
        Attendance.objects.filter(activity=case, state="on_leave").update(
            state="invited", answered_at=None
        )
    if rows and case.state == "open":
        tell_moved(case, rows, before, seat)
    return Done(detail={"moved": not same_time, "told": len(rows)})


def tell_moved(case: Activity, rows: list[Attendance], before: str, seat: Seat) -> None:
    """The change in words, then the same question as at first."""

    post(
        committee_id=case.committee_id,
        to=[row.person_id for row in rows],
        kind="activity.move_activity",
        text=f"改期：{case.title}，原定 {before}，改为 {when(case)}，{case.place}。请重新答复。",
        case=case,
        url=case.get_absolute_url(),
        needs_act=True,
        but=seat.person_id,
    )
