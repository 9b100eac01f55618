"""集体学习、研讨会、支部学习会、培训: time and place as an activity, the record, its points."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from ...activities.actions.plan import plan_activity
from ...activities.models import Presence
from ...documents.actions.take_in import take_in
from ...documents.models import Intake
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..models import StudyDuty, StudyItem


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


@verb(ITEM, "record_session", StudyItem)
def record_session(
    case: StudyItem, seat: Seat, *, speakers: str = "", record: str = "", points: str = ""
) -> Done:
    """Who spoke, what was said, its points; who signed in at the activity has done it."""
    if not (record.strip() or points.strip()):
        raise refuse("请写记录或要点。")
    case.speakers, case.record = speakers.strip()[:300], record.strip()[:8000]
    case.points = points.strip()[:4000]
    case.recorded_at = timezone.now()
    return Done(detail={"signed": take_signed(case)})


def take_signed(case: StudyItem) -> int:
    """Those who signed in at the activity; returns how many are new."""
    if case.activity_id is None:
        return 0
    here = Presence.objects.filter(
        committee_id=case.committee_id, attendance__activity_id=case.activity_id
    ).values("attendance__person_id")
    return case.duties.filter(state="todo", person_id__in=here).update(
        state="done", how=StudyDuty.How.SIGNED, done_at=timezone.now()
    )


@verb(ITEM, "send_points", StudyItem)
def send_points(case: StudyItem, seat: Seat) -> Done:
    """The points become a text of 文件拆解: clauses there, and from clauses tasks (S-101)."""
    case.intake = take_in(
        seat,
        text=case.points,
        kind=Intake.Kind.STUDY,
        title=f"{case.title}：要点",
        about_type="studyitem",
        about_id=case.pk,
    )
    return Done(detail={"intake": case.intake.pk})


@verb(ITEM, "tick_people", StudyItem)
def tick_people(case: StudyItem, seat: Seat, *, people: Sequence[int]) -> Done:
    """The office enters who has done it (a paper list, a branch's own meeting)."""
    done = case.duties.filter(state="todo", person_id__in=list(people)).update(
        state="done", how=StudyDuty.How.OFFICE, done_at=timezone.now()
    )
    if not done:
        raise refuse("请勾选学了的人。")
    return Done(detail={"people": done})
