"""知识竞赛：延长."""

from datetime import datetime, timedelta

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import QUIZ
from ..models import Quiz, QuizEntry
from ..quiz import LONGEST


@verb(QUIZ, "extend_quiz", Quiz)
def extend_quiz(case: Quiz, seat: Seat, *, until: datetime) -> Done:
    """Later, never earlier: nobody loses time. Who is answering gets it too, up to the own minutes."""
    if until <= case.ends_at or until <= timezone.now():
        raise refuse("只能往后延，要晚于现在的结束时间。")
    if until - case.starts_at > LONGEST:
        raise refuse("一场最长 31 天。")
    case.ends_at = until
    running = list(
        QuizEntry.objects.filter(committee_id=case.committee_id, quiz=case, state="running")
    )
    for entry in running:
        entry.ends_at = min(entry.started_at + timedelta(minutes=case.minutes), until)
    QuizEntry.objects.bulk_update(running, ["ends_at"])
    return Done(detail={"running": len(running)})
