"""年度协商计划：登记修改意见."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Plan
from ..planning import step
from ..presets import routes


@verb(PLAN, "record_opinion", Plan)
def record_opinion(
    case: Plan, seat: Seat, *, body: str, on: date, note: str, paper: str = ""
) -> Done:
    """One body's opinion on the draft."""
    if body not in routes()[case.route].amend:
        raise refuse("请选程序里规定的机构。")
    if not note.strip():
        raise refuse("请写意见；没有意见写“无意见”。")
    return Done(about=step(case, seat, "amend", body, on, paper, note))
