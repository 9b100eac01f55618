"""竞赛答卷：存答案."""

from collections.abc import Mapping, Sequence

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..entry import in_time
from ..flow import ENTRY
from ..models import QuizEntry
from ..settling import take

LATE = "时间到了，这之后送来的不收；按时送到的 {n} 题照算。"


@verb(ENTRY, "save_answers", QuizEntry)
def save_answers(
    case: QuizEntry, seat: Seat, *, answers: Mapping[str, Sequence[int | str]]
) -> Done:
    """Kept while answering, so that a lost connection loses nothing. Late ones are refused."""
    if not in_time(case):
        raise refuse(LATE.format(n=case.answers.exclude(given=[]).count()), "late")
    take(case, list(case.quiz.questions.all()), answers, timezone.now())
    return Done(quiet=True)
