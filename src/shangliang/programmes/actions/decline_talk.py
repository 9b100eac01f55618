"""约讲：不能去."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import TALK
from ..models import Talk
from ..talks import reason, tell


@verb(TALK, "decline_talk", Talk)
def decline_talk(case: Talk, seat: Seat, *, why: str) -> Done:
    """With a word, so that another day can be asked."""
    case.why = reason(why)
    tell(case, [case.by_id], "declined", f"不能去：{case}。{case.why}", seat)
    return Done()
