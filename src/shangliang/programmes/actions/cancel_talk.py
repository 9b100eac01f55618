"""约讲：取消."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import TALK
from ..models import Talk
from ..talks import reason, tell


@verb(TALK, "cancel_talk", Talk)
def cancel_talk(case: Talk, seat: Seat, *, why: str) -> Done:
    """The speaker is free again."""
    case.why = reason(why)
    tell(case, [case.speaker.by_id], "cancelled", f"取消了：{case}。{case.why}", seat)
    return Done()
