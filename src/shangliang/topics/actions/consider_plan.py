"""年度协商计划：登记主席会议审议."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Plan
from ..planning import step
from ..presets import routes


@verb(PLAN, "consider_plan", Plan)
def consider_plan(case: Plan, seat: Seat, *, on: date, paper: str, note: str = "") -> Done:
    """The chairpersons' meeting considered it."""
    if not paper.strip():
        raise refuse("请写是第几次主席会议。")
    body = routes()[case.route].consider
    return Done(about=step(case, seat, "consider", body, on, paper, note))
