"""解疑：解答."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import QUESTION
from ..intake import keep_secrets_out
from ..models import Question


@verb(QUESTION, "answer_question", Question)
def answer_question(case: Question, seat: Seat, *, answer: str, source: str) -> Done:
    """Facts, and where they stand; the second answer names the rule."""
    if len(answer.strip()) < 10:
        raise refuse("请用事实回答，至少一句完整的话。")
    if len(source.strip()) < 4:
        raise refuse("请写依据哪里：文件、数据或现场。")
    keep_secrets_out(answer, source)
    if case.answers and not any(sign in source for sign in "《第条款〔"):
        raise refuse("第二次解答请写明依据哪个文件、哪一条。")
    if case.answers:
        case.first_answer = case.answer
    case.answer, case.source = answer.strip()[:1000], source.strip()[:200]
    case.answers += 1
    case.answered_on, case.answered_by_id = today(), seat.person_id
    return Done(detail={"times": case.answers})
