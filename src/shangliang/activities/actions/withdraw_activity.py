"""撤销: it should not have been counted; whatever rests on it is turned back by the next settlement."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Attendance


@verb(ACTIVITY, "withdraw_activity", Activity)
def withdraw_activity(case: Activity, seat: Seat, *, reason: str) -> Done:
    """The reason is told to everybody on the list."""
    if not reason.strip():
        raise refuse("请写为什么撤销，名单上的人都会看到。")
    case.why_ended = reason.strip()[:200]
    people = list(Attendance.objects.filter(activity=case).values_list("person_id", flat=True))
    post(
        committee_id=case.committee_id,
        to=people,
        kind="activity.withdraw_activity",
        text=f"活动已撤销：{case.title}。{case.why_ended}",
        case=case,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"told": len(people)})
