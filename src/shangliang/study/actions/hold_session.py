"""学习内容：定时间地点."""

from datetime import datetime

from django.utils import timezone

from ...activities.actions.plan import plan_activity
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..models import StudyItem


@verb(ITEM, "hold_session", StudyItem)
def hold_session(
    case: StudyItem,
    seat: Seat,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    speakers: str = "",
) -> Done:
    """The activity of this item: invitation, leave and sign-in are the activity's."""
    if starts_at <= timezone.now():
        raise refuse("开始时间已经过了。")
    case.speakers = speakers.strip()[:300]
    people = list(case.duties.exclude(state="excused").values_list("person_id", flat=True))
    speak = f"主讲：{case.speakers}\n" if case.speakers else ""
    row = plan_activity(
        seat,
        kind="study",
        title=case.title,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        about_type="studyitem",
        about_id=case.pk,
        invitees=people,
        text=speak + case.text,
    )
    case.activity_id = row.pk
    return Done(detail={"activity": row.pk, "people": len(people)})
