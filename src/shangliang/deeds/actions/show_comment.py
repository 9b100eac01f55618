"""同事的意见：不再遮住."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow.homework import WORK_COMMENT
from ..models import WorkComment


@verb(WORK_COMMENT, "show_comment", WorkComment)
def show_comment(case: WorkComment, seat: Seat) -> Done:
    return Done()
