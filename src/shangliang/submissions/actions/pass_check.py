"""审核通过: the reply is delivered to every proposer."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..deliver import deliver
from ..flow import REPLY
from ..models import Reply


@verb(REPLY, "pass_check", Reply)
def pass_check(case: Reply, seat: Seat) -> Done:
    """Checked by the supervising office, which may have changed the grade before."""
    deliver(case, seat)
    return Done(detail={"round": case.round, "grade": case.grade})
