"""协商成果：答复一条建议."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RESULT
from ..flow.people import author
from ..intake import keep_secrets_out
from ..models import Advice, Result
from ..telling import tell
from ..writing import advice_of


@verb(RESULT, "answer_advice", Result)
def answer_advice(case: Result, seat: Seat, *, advice: int, outcome: str, text: str) -> Done:
    """Taken, partly, or explained why not; a unit answers what was put to it."""
    row = advice_of(case, advice)
    if author(seat, case) is not None and row.unit_id not in seat.units:
        raise refuse("这一条不是向您单位提的。", "who")
    if outcome not in Advice.Outcome.values:
        raise refuse("请选：采纳、部分采纳，还是未采纳并说明。")
    if len(text.strip()) < 6:
        raise refuse("请写答复：采纳的怎么办、何时办；不采纳的说明原因。")
    keep_secrets_out(text)
    row.outcome, row.answer = outcome, text.strip()[:2000]
    row.answered_on, row.answered_by_id = today(), seat.person_id
    row.save(update_fields=["outcome", "answer", "answered_on", "answered_by"])
    left = case.advices.filter(outcome="").exists()
    tell(case, [case.made_by_id], "result.answer", f"第 {row.order} 条有了答复：{case.title}", seat)
    return Done(
        to="issued" if left else "answered",
        about=row,
        detail={"order": row.order, "outcome": outcome, "unit": row.unit_id},
    )
