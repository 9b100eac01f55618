"""知识竞赛：结束，出榜."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import QUIZ
from ..models import Quiz, QuizEntry
from ..settling import settle
from .practise import note_wrong


@verb(QUIZ, "close_quiz", Quiz)
def close_quiz(case: Quiz, seat: Seat) -> Done:
    """Sheets nobody handed in count by what came in time; mistakes go into each one's own book."""
    entries = list(
        QuizEntry.objects.select_for_update(no_key=True)
        .filter(committee_id=case.committee_id, quiz=case)
        .order_by("pk")
    )
    questions = list(case.questions.all())
    running = [entry for entry in entries if entry.state == "running"]
    for entry in running:
        settle(entry, questions, min(entry.ends_at, timezone.now()), QuizEntry.How.CLOCK)
        entry.state = "handed"
    QuizEntry.objects.bulk_update(
        running, ["state", "score", "right", "seconds", "handed_at", "how"]
    )
    note_wrong(case.committee_id, mistakes(case, entries))
    post(
        committee_id=case.committee_id,
        to=[entry.person_id for entry in entries],
        kind="quiz.close_quiz",
        text=f"出榜了，可以看错题：{case.title}",
        case=case,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"entries": len(entries), "by_clock": len(running)})


def mistakes(case: Quiz, entries: list[QuizEntry]) -> list[tuple[int, int]]:
    """(person, question of the bank) of each that was not wholly right; what was left out counts."""
    from ..models import QuizAnswer

    right = set(
        QuizAnswer.objects.filter(
            committee_id=case.committee_id, entry__quiz=case, right=True
        ).values_list("entry_id", "question_id")
    )
    drawn = list(case.questions.values_list("pk", "question_id"))
    return [
        (entry.person_id, question)
        for entry in entries
        for pk, question in drawn
        if (entry.pk, pk) not in right
    ]
