"""惠企政策：启用."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import POLICY
from ..models import Policy


@verb(POLICY, "publish_policy", Policy)
def publish_policy(case: Policy, seat: Seat) -> Done:
    """From now on firms find it."""
    return Done()
