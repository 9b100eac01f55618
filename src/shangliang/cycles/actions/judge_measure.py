"""汇报：判举措."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import HANDIN
from ..handins import count
from ..models import Handin, VagueMeasure


@verb(HANDIN, "judge_measure", Handin)
def judge_measure(case: Handin, seat: Seat, *, measure: int, verdict: str) -> Done:
    """要补, or 可以 as it stands: the mark is a person's (S-150)."""
    row = case.vague_measures.filter(pk=measure).first()
    if row is None:
        raise refuse("没有这条举措。", "wall")
    if verdict not in ("", *VagueMeasure.Verdict.values):
        raise refuse("请选要补还是可以。")
    row.verdict, row.said_by_id = verdict, seat.person_id
    row.save()
    count(case)
    return Done(about=case, detail={"measure": measure, "verdict": verdict})
