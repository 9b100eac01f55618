"""企业难题：写原因和解法."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DIFFICULTY
from ..models import Voice
from ..texts import keep_out_secrets


@verb(DIFFICULTY, "analyse", Voice)
def analyse(case: Voice, seat: Seat, *, cause: str, options: str = "") -> Done:
    """破题 and 解题: why it is so, and what ways there are (S-089)."""
    keep_out_secrets("open", cause, options)
    if not cause.strip():
        raise refuse("请写原因：卡在哪条规定、哪个环节、谁的手里。")
    case.cause, case.options = cause.strip()[:4000], options.strip()[:4000]
    return Done()
