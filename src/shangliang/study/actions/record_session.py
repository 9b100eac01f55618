"""学习内容：记录."""

from django.utils import timezone

from ...activities.models import Presence
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..models import StudyDuty, StudyItem


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
