"""协商：去掉一个发言."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation


@verb(CONSULTATION, "drop_speech", Consultation)
def drop_speech(case: Consultation, seat: Seat, *, speech: int) -> Done:
    """Off the list, unless it was already spoken."""
    row = case.speeches.filter(pk=speech).first()
    if row is None:
        raise refuse("发言名单里没有这一个。", "wall")
    if row.spoke or row.replies.exists():
        raise refuse("已经讲过的、有人解答的发言不能去掉。")
    row.delete()
    return Done()
