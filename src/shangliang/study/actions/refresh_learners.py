"""学习内容：补上新来的人."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..models import StudyItem
from .issue_item import enlist, tell


@verb(ITEM, "refresh_learners", StudyItem)
def refresh_learners(case: StudyItem, seat: Seat) -> Done:
    """Who came into a layer since is put on the list and told; nobody is taken off by itself."""
    rows = [row for row in case.layers.select_related("body") if row.due_on >= today()]
    made, _ = enlist(case, rows)
    if not made:
        raise refuse("没有新来的人。")
    tell(case, made)
    return Done(detail={"people": len(made)})
