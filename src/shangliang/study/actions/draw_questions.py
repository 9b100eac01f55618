"""知识竞赛：抽题."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import QUIZ
from ..grading import shuffled
from ..models import Bank, BankQuestion, Quiz, QuizQuestion
from ..rules import rules
from ..sourcing import moved

MOST_QUESTIONS = 100


@verb(QUIZ, "draw_questions", Quiz)
def draw_questions(
    case: Quiz,
    seat: Seat,
    *,
    bank: int,
    single: int = 0,
    multiple: int = 0,
    judge: int = 0,
    fill: int = 0,
) -> Done:
    """So many of each kind by lot, as they stand today; those whose source changed stay out."""
    from_bank = Bank.objects.filter(committee_id=seat.committee_id, pk=bank, state="open").first()
    if from_bank is None:
        raise refuse("没有这个题库，或者它停用了。")
    wanted = {"single": single, "multiple": multiple, "judge": judge, "fill": fill}
    if not any(wanted.values()):
        raise refuse("请写每种题抽几道。")
    drawn = set(case.questions.values_list("question_id", flat=True))
    if len(drawn) + sum(wanted.values()) > MOST_QUESTIONS:
        raise refuse(f"一场最多 {MOST_QUESTIONS} 题。")
    rows = [
        q
        for q in BankQuestion.objects.filter(
            committee_id=seat.committee_id, bank=from_bank, state="active"
        ).select_related("clause__intake", "clause__extract")
        if q.pk not in drawn
    ]
    bad = moved(rows)
    made: list[QuizQuestion] = []
    number = case.questions.count()
    for kind, count in wanted.items():
        pool = [q for q in rows if q.kind == kind and q.pk not in bad]
        if len(pool) < count:
            left = sum(q.kind == kind for q in rows) - len(pool)
            waits = f"，另有 {left} 道出处变了要先核对" if left else ""
            raise refuse(f"{BankQuestion.Kind(kind).label}题能用的只有 {len(pool)} 道{waits}。")
        for q in shuffled(pool, case.salt, key=lambda q: q.pk)[:count]:
            number += 1
            made.append(taken(case, q, number))
    QuizQuestion.objects.bulk_create(made)
    return Done(detail={"questions": len(made), "bank": bank})


def taken(case: Quiz, q: BankQuestion, number: int) -> QuizQuestion:
    """The question as it stands now."""
    return QuizQuestion(
        committee_id=case.committee_id,
        quiz=case,
        number=number,
        question=q,
        kind=q.kind,
        text=q.text,
        options=q.options,
        answer=q.answer,
        points=rules().points[q.kind],
        source=q.source[:340],
        sentence=q.sentence,
    )
