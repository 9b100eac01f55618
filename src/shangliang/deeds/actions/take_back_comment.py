"""同事的意见：收回意见."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow.homework import WORK_COMMENT
from ..models import WorkComment


@verb(WORK_COMMENT, "take_back_comment", WorkComment)
def take_back_comment(case: WorkComment, seat: Seat) -> Done:
    """Its words go; that something was taken back stays."""
    case.text = case.answer = ""
    return Done()
