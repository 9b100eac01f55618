"""年度协商计划：调整一项."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Plan
from ..plan_lines import line
from ..planning import step
from ..presets import routes
from .drop_item import take_out


@verb(PLAN, "adjust_item", Plan)
def adjust_item(
    case: Plan,
    seat: Seat,
    *,
    item: int,
    paper: str,
    reason: str,
    window_from: date,
    window_to: date,
    drop: bool = False,
) -> Done:
    """After the decision a line changes only on the paper of who decided it."""
    if not paper.strip() or not reason.strip():
        raise refuse("审定后的调整要写依据（会议或文号）和理由。")
    row = line(case, item)
    if window_to < window_from:
        raise refuse("窗口的止不能早于起。")
    step(case, seat, "adjust", routes()[case.route].decide, today(), paper, reason)
    if drop:
        take_out(row, f"{reason.strip()}（{paper.strip()}）")
    else:
        row.window_from, row.window_to = window_from, window_to
        row.save(update_fields=["window_from", "window_to"])
    return Done(about=row, detail={"number": row.number, "dropped": drop})
