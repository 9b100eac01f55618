"""竞赛答卷：交卷."""

from collections.abc import Mapping, Sequence

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..entry import in_time
from ..flow import ENTRY
from ..models import QuizEntry, StudyDuty
from ..settling import settle, take


@verb(ENTRY, "hand_in", QuizEntry)
def hand_in(
    case: QuizEntry, seat: Seat, *, answers: Mapping[str, Sequence[int | str]] | None = None
) -> Done:
    """Handed in once. Answers that come late are left out; what was kept in time counts."""
    questions = list(case.quiz.questions.all())
    now = timezone.now()
    if in_time(case):
        take(case, questions, answers or {}, now)
        settle(case, questions, min(now, case.ends_at), QuizEntry.How.SELF)
    else:
        settle(case, questions, case.ends_at, QuizEntry.How.CLOCK)
    if case.quiz.item_id:
        StudyDuty.objects.filter(
            committee_id=case.committee_id,
            item_id=case.quiz.item_id,
            person_id=case.person_id,
            state="todo",
        ).update(state="done", how=StudyDuty.How.QUIZ, done_at=now)
    return Done(detail={"answered": case.answers.exclude(given=[]).count(), "how": case.how})
