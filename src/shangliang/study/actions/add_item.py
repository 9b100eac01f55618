"""学习计划：加一项."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PLAN
from ..item import words
from ..models import StudyItem, StudyPlan


@verb(PLAN, "add_item", StudyPlan)
def add_item(
    case: StudyPlan,
    seat: Seat,
    *,
    kind: str,
    title: str,
    text: str = "",
    hours: int = 0,
    induction: bool = False,
) -> Done:
    """A new item, not yet given out. Returns it."""
    row = StudyItem(committee_id=case.committee_id, plan=case)
    words(row, kind, title, text, hours, induction)
    row.save()
    return Done(about=row, detail={"kind": row.kind}, result=row)
