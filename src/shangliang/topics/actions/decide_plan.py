"""年度协商计划：登记审定."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Plan
from ..planning import step
from ..presets import routes


@verb(PLAN, "decide_plan", Plan)
def decide_plan(case: Plan, seat: Seat, *, on: date, paper: str, note: str = "") -> Done:
    """Decided by the body of the route; without its paper number there is no decision."""
    if not paper.strip():
        raise refuse("请写审定的会议或文号，没有它不算审定。")
    last = case.steps.filter(key="consider").order_by("-id").first()
    if last and on < last.on:
        raise refuse("审定的日期不能早于主席会议审议的日期。")
    body = routes()[case.route].decide
    return Done(about=step(case, seat, "decide", body, on, paper, note))
