"""学习计划：全年结束."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import PLAN
from ..models import StudyPlan


@verb(PLAN, "close_plan", StudyPlan)
def close_plan(case: StudyPlan, seat: Seat) -> None:
    """The year is over; nothing is changed any more."""
