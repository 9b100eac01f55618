"""年度协商计划：去掉一项."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Plan, PlanItem
from ..plan_lines import line


@verb(PLAN, "drop_item", Plan)
def drop_item(case: Plan, seat: Seat, *, item: int, reason: str) -> Done:
    """Taken out, with a reason; its topic goes back to the chosen ones."""
    row = line(case, item)
    if not reason.strip():
        raise refuse("请写明为什么去掉。")
    take_out(row, reason)
    return Done(about=row, detail={"number": row.number})


def take_out(row: PlanItem, reason: str) -> None:
    row.dropped_on, row.drop_reason = today(), reason.strip()[:200]
    row.save(update_fields=["dropped_on", "drop_reason"])
    if row.topic and row.topic.state == "planned":
        row.topic.state = "chosen"
        row.topic.save(update_fields=["state"])
