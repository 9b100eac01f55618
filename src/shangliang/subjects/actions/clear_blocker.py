"""卡点已解决."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import SUBJECT
from ..models import Subject


@verb(SUBJECT, "clear_blocker", Subject)
def clear_blocker(case: Subject, seat: Seat) -> Done:
    """The log keeps since when it was stuck."""
    since, case.blocked_on, case.blocker = case.blocked_on, None, ""
    return Done(detail={"since": since})
