"""不采用，留存: with a reason of the rules; the author hears it and where the matter may go instead."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import VOICE
from ..models import Voice
from ..tell import tell_authors
from ..words import remark


@verb(VOICE, "not_use", Voice)
def not_use(case: Voice, seat: Seat, *, reason_code: str, words: str = "") -> Done:
    """Kept, not thrown away: it may be taken up again, and it is counted as submitted."""
    return refuse_with(case, seat, "not_use", reason_code, words)


def refuse_with(case: Voice, seat: Seat, verb_name: str, code: str, words: str) -> Done:
    reason = case.rules.reason(code)
    if reason is None:
        raise refuse("请选一种不采用的情形。")
    instead = f"{reason.instead}。" if reason.instead else ""
    said = f"{reason.name}。{instead}{words.strip()}"
    remark(case, seat, verb_name, said, "")
    case.reason_code = code
    tell_authors(case, seat, verb_name, f"这次没有采用：{said}"[:200])
    return Done(detail={"reason": code})
