"""知识竞赛：作废."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import QUIZ
from ..models import Quiz


@verb(QUIZ, "void_quiz", Quiz)
def void_quiz(case: Quiz, seat: Seat, *, why: str) -> Done:
    """No board, nothing counted; who took part is told why."""
    if not why.strip():
        raise refuse("请写为什么作废。")
    case.why_ended = why.strip()[:200]
    people = case.entries.values_list("person_id", flat=True)
    post(
        committee_id=case.committee_id,
        to=list(people),
        kind="quiz.void_quiz",
        text=f"竞赛作废：{case.title}",
        case=case,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"entries": len(people)})
