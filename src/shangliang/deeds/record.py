"""我的履职: a contested line and its answer."""

from django.utils import timezone

from ..notices.post import post
from ..procedures.perform import Done
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Contest


def answered(case: Contest, seat: Seat, answer: str) -> Done:
    if not answer.strip():
        raise refuse("请写答复。")
    case.answer, case.answered_by_id = answer.strip()[:1000], seat.person_id
    case.answered_at = timezone.now()
    post(
        committee_id=case.committee_id,
        to=[case.person_id],
        kind="contest.answer",
        text=f"您的异议有了答复：{case.shown[:60]}",
        case=case,
        url=case.get_absolute_url(),
    )
    return Done(detail={"year": case.year})
