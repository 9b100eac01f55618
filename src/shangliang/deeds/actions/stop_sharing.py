"""请同事看的三作：收起."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow.homework import SHARED_WORK
from ..models import SharedWork


@verb(SHARED_WORK, "stop_sharing", SharedWork)
def stop_sharing(case: SharedWork, seat: Seat) -> Done:
    """Colleagues see it no more; what they wrote stays with the owner."""
    return Done()
