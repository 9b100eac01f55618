"""建言三准 (S-007): timely is counted by days; to the point and critical are marked by a reader."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RESULT
from ..intake import keep_secrets_out
from ..models import Result

WORDS = {1: "不够", 2: "基本", 3: "准"}


@verb(RESULT, "mark_three", Result)
def mark_three(case: Result, seat: Seat, *, to_point: int, critical: int, note: str) -> Done:
    """1 hardly, 2 mostly, 3 fully, with a reason; the next reader may mark anew."""
    if to_point not in WORDS or critical not in WORDS:
        raise refuse("请选：不够、基本、准。")
    if len(note.strip()) < 4:
        raise refuse("请写一句为什么。")
    keep_secrets_out(note)
    case.to_point, case.critical, case.marks_note = to_point, critical, note.strip()[:200]
    case.marked_by_id = seat.person_id
    return Done(detail={"to_point": to_point, "critical": critical})
