"""知识竞赛：开放."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import QUIZ
from ..models import BankQuestion, Quiz, StudyDuty
from ..sourcing import moved


@verb(QUIZ, "open_quiz", Quiz)
def open_quiz(case: Quiz, seat: Seat) -> Done:
    """Refused while a drawn question's source changed since; who must is told."""
    drawn = list(case.questions.all())
    rows = BankQuestion.objects.filter(
        committee_id=case.committee_id, pk__in=[q.question_id for q in drawn]
    ).select_related("clause__intake", "clause__extract")
    if bad := moved(rows):
        numbers = "、".join(str(q.number) for q in drawn if q.question_id in bad)
        raise refuse(f"第 {numbers} 题的出处变了，先核对，或者去掉重抽。")
    if case.item_id:
        people = StudyDuty.objects.filter(
            committee_id=case.committee_id, item_id=case.item_id, state="todo"
        ).values_list("person_id", flat=True)
        post(
            committee_id=case.committee_id,
            to=list(people),
            kind="quiz.open_quiz",
            text=f"{timezone.localtime(case.starts_at):%-m-%-d %H:%M} 开始：{case.title}",
            case=case,
            url=case.get_absolute_url(),
            needs_act=True,
            but=seat.person_id,
        )
    return Done(detail={"questions": len(drawn)})
