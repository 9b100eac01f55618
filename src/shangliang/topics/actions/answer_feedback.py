"""协商：答会后意见."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation


@verb(CONSULTATION, "answer_feedback", Consultation)
def answer_feedback(case: Consultation, seat: Seat, *, feedback: int, answer: str) -> Done:
    """Answered in the digest all who took part can read."""
    row = case.feedback.filter(pk=feedback).first()
    if row is None:
        raise refuse("没有这条意见。", "wall")
    if len(answer.strip()) < 4:
        raise refuse("请写答复。")
    row.answer = answer.strip()[:1000]
    row.save(update_fields=["answer"])
    return Done()
