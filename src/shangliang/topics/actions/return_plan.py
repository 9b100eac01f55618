"""年度协商计划：退回再改."""

from ...procedures.office_calendar import today
from ...procedures.perform import verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Plan
from ..planning import step
from ..presets import routes


@verb(PLAN, "return_plan", Plan)
def return_plan(case: Plan, seat: Seat, *, reason: str) -> None:
    """Back for amending, with what must change."""
    if not reason.strip():
        raise refuse("请写明退回改什么。")
    step(case, seat, "return", routes()[case.route].decide, today(), "", reason)
