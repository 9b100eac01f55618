"""取消这一班."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SHIFT
from ..models import Shift


@verb(SHIFT, "drop_shift", Shift)
def drop_shift(case: Shift, seat: Seat, *, why: str) -> Done:
    """Nobody comes that day; whoever had it is told."""
    if not why.strip():
        raise refuse("请写为什么取消。")
    case.why, case.stand_in_id = why.strip()[:120], None
    post(
        committee_id=case.committee_id,
        to=[case.person_id],
        kind="shift.dropped",
        text=f"{case.day:%-m 月 %-d 日}的值班取消：{case.team}",
        case=case.team,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"person": case.person_id})
