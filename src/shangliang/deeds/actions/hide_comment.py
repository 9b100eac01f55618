"""同事的意见：遮住."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow.homework import WORK_COMMENT
from ..models import WorkComment


@verb(WORK_COMMENT, "hide_comment", WorkComment)
def hide_comment(case: WorkComment, seat: Seat) -> Done:
    """Seen by its writer and the owner alone."""
    return Done()
