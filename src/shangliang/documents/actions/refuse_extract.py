"""拟定项：不对."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..extract_rows import decided
from ..flow import EXTRACT
from ..models import Extract

# Why a proposal was wrong; counted and exported, so that the reading can be mended (E9).
WRONG = {
    "not_one": "这不是一项",
    "unit": "单位不对",
    "date": "期限不对",
    "value": "数或单位不对",
    "bounds": "句子截得不对",
    "twice": "重复了",
    "other": "别的",
}


@verb(EXTRACT, "refuse", Extract)
def refuse_extract(case: Extract, seat: Seat, *, reason: str = "other", note: str = "") -> Done:
    """不对: counted by reason; exported with the sentence."""
    if reason not in WRONG:
        raise refuse("请选哪里不对。")
    case.answer, case.note = reason, note.strip()[:300]
    decided(case, seat)
    return Done(detail={"kind": case.kind, "reason": reason, "origin": case.origin})
