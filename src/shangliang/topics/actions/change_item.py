"""年度协商计划：改一项."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PLAN
from ..models import Plan, PlanItem
from ..plan_lines import checked, keep_a_node, line


def put(
    case: Plan, item: int, title: str, form: str, lead: int, window_from: date, window_to: date
) -> PlanItem:
    row = line(case, item)
    row.lead = checked(case, title, form, lead, window_from, window_to)
    row.title, row.form = title.strip()[:80], form
    row.window_from, row.window_to = window_from, window_to
    return row


@verb(PLAN, "change_item", Plan)
def change_item(
    case: Plan,
    seat: Seat,
    *,
    item: int,
    title: str,
    form: str,
    lead: int,
    window_from: date,
    window_to: date,
    aim: str = "",
    joint: str = "",
) -> Done:
    """While it is being drawn up."""
    row = put(case, item, title, form, lead, window_from, window_to)
    row.aim, row.joint = aim.strip()[:80], joint.strip()[:200]
    row.save()
    keep_a_node(row)
    return Done(about=row, detail={"number": row.number})
