"""学习内容：结束."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ITEM
from ..models import StudyItem
from .issue_item import stop


@verb(ITEM, "close_item", StudyItem)
def close_item(case: StudyItem, seat: Seat) -> Done:
    """What is not done stays so and is seen; nobody is reminded any more."""
    stop(case)
    return Done(detail={"todo": case.duties.filter(state="todo").count()})
