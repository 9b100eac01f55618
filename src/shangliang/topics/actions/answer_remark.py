"""协商成果：交代采不采用."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RESULT
from ..models import ExpertRemark, Result


@verb(RESULT, "answer_remark", Result)
def answer_remark(case: Result, seat: Seat, *, remark: int, taken: bool, answer: str) -> Done:
    """Taken: how the text was changed; not taken: why."""
    row = ExpertRemark.objects.filter(
        committee_id=case.committee_id, review__result=case, pk=remark
    ).first()
    if row is None:
        raise refuse("没有这条意见。", "wall")
    if len(answer.strip()) < 4:
        raise refuse("请写怎么改的，或为什么没有采用。")
    row.taken, row.answer = taken, answer.strip()[:400]
    row.save(update_fields=["taken", "answer"])
    return Done(about=row, detail={"taken": taken})
