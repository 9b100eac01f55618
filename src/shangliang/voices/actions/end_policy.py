"""惠企政策：停用."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import POLICY
from ..models import Policy


@verb(POLICY, "end_policy", Policy)
def end_policy(case: Policy, seat: Seat, *, why: str) -> Done:
    """No longer found; what was asked and refused stays to be read."""
    if not why.strip():
        raise refuse("请写为什么停用：文件废止、到期、并入别的政策。")
    case.ended_why = why.strip()[:200]
    return Done()
