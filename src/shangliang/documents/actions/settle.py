"""拟定项：定疑."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..extract_rows import decided
from ..flow import EXTRACT
from ..models import Extract

# What a person says to a doubt. The text itself is never changed.
ANSWERS = {
    "keep": "保持原文",
    "check": "标“待核”",
    "slip": "是笔误，照建议理解",
    "own": "另有说明",
}


@verb(EXTRACT, "settle", Extract)
def settle(case: Extract, seat: Seat, *, answer: str, note: str = "") -> Done:
    """A doubt answered by a person; the answer stands beside the sentence."""
    if answer not in ANSWERS:
        raise refuse("请选怎么定。")
    if answer == "own" and not note.strip():
        raise refuse("请写说明。")
    case.answer, case.note = answer, note.strip()[:300]
    decided(case, seat)
    return Done(detail={"kind": case.kind, "answer": answer})
