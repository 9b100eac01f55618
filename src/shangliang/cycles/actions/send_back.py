"""汇报：退回补充."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import HANDIN
from ..handins import tell_unit
from ..models import Handin


@verb(HANDIN, "send_back", Handin)
def send_back(case: Handin, seat: Seat, *, note: str) -> Done:
    """To be completed, with what lacks."""
    if not note.strip():
        raise refuse("请写要补什么。")
    case.note = note.strip()[:300]
    tell_unit(case, f"汇报退回补充：{case.note}")
    return Done(about=case, detail={"missing": case.missing})
