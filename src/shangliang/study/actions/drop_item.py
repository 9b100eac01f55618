"""学习内容：取消."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..models import StudyItem
from .issue_item import stop


@verb(ITEM, "drop_item", StudyItem)
def drop_item(case: StudyItem, seat: Seat, *, why: str) -> Done:
    """Nobody must any more; who was told is told so."""
    if not why.strip():
        raise refuse("请写为什么取消。")
    case.why_ended = why.strip()[:200]
    stop(case)
    people = list(case.duties.filter(state="todo").values_list("person_id", flat=True))
    post(
        committee_id=case.committee_id,
        to=people,
        kind="studyitem.drop_item",
        text=f"不用学了：{case.title}",
        case=case,
        url=case.plan.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"people": len(people)})
