"""说明卡点: what a project is stuck on stands on its page and in every count of stuck ones."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUBJECT
from ..models import Subject


@verb(SUBJECT, "report_blocker", Subject)
def report_blocker(case: Subject, seat: Seat, *, blocker: str) -> Done:
    """In words: what, and who must act."""
    if not blocker.strip():
        raise refuse("请写卡在哪里、要谁解决。")
    case.blocker, case.blocked_on = blocker.strip()[:300], case.blocked_on or today()
    return Done(detail={"since": case.blocked_on})
