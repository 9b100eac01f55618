"""学习计划：印发."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PLAN
from ..models import StudyPlan


@verb(PLAN, "issue_plan", StudyPlan)
def issue_plan(case: StudyPlan, seat: Seat) -> Done:
    """From now on those who learn see it; each item is given out by itself."""
    case.issued_on = today()
    return Done(detail={"items": case.items.exclude(state="dropped").count()})
