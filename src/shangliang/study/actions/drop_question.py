"""知识竞赛：去掉一题."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import QUIZ
from ..models import Quiz, QuizQuestion


@verb(QUIZ, "drop_question", Quiz)
def drop_question(case: Quiz, seat: Seat, *, question: int) -> Done:
    """One is taken off the paper; the others move up."""
    row = case.questions.filter(pk=question).first()
    if row is None:
        raise refuse("没有这道题。")
    row.delete()
    left = list(case.questions.order_by("number"))
    for n, each in enumerate(left, 1):
        each.number = n
    QuizQuestion.objects.bulk_update(left, ["number"])
    return Done(detail={"question": question})
