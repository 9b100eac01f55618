"""An answer sheet becomes a score: one place for handing in and for the clock."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .grading import cleaned, earned, is_right
from .models import QuizAnswer, QuizEntry, QuizQuestion


def take(
    entry: QuizEntry, questions: list[QuizQuestion], answers: Mapping[str, Any], at: datetime
) -> int:
    """Keep what was sent: one answer a question, the last counts. Returns how many were kept.

    What names no question of this paper, or is no possible answer, is left aside.
    """
    known = {
        row.question_id: row
        for row in QuizAnswer.objects.filter(committee_id=entry.committee_id, entry=entry)
    }
    fresh, changed = [], []
    for question in questions:
        if str(question.pk) not in answers:
            continue
        given = cleaned(question.kind, answers[str(question.pk)], len(question.options))
        row = known.get(question.pk)
        if row is None and given:
            fresh.append(
                QuizAnswer(
                    committee_id=entry.committee_id,
                    entry=entry,
                    question=question,
                    given=given,
                    saved_at=at,
                )
            )
        elif row is not None and row.given != given:
            row.given, row.saved_at = given, at
            changed.append(row)
    QuizAnswer.objects.bulk_create(fresh)
    QuizAnswer.objects.bulk_update(changed, ["given", "saved_at"])
    return len(fresh) + len(changed)


def settle(entry: QuizEntry, questions: list[QuizQuestion], at: datetime, how: str) -> None:
    """Points of each answer and of the sheet; the caller saves the sheet."""
    by_id = {q.pk: q for q in questions}
    rows = list(QuizAnswer.objects.filter(committee_id=entry.committee_id, entry=entry))
    for row in rows:
        q = by_id[row.question_id]
        row.right = is_right(q.kind, q.answer, row.given)
        row.points = earned(q.kind, q.answer, row.given, q.points, entry.quiz.partial)
    QuizAnswer.objects.bulk_update(rows, ["right", "points"])
    entry.score = sum(row.points for row in rows)
    entry.right = sum(row.right for row in rows)
    entry.seconds = max(0, int((at - entry.started_at).total_seconds()))
    entry.handed_at, entry.how = at, how
