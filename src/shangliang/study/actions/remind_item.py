"""学习内容：提醒没学的."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..models import StudyItem


@verb(ITEM, "remind_item", StudyItem)
def remind_item(case: StudyItem, seat: Seat) -> Done:
    """Now, to those who have not: besides the reminders that go by themselves."""
    people = list(case.duties.filter(state="todo").values_list("person_id", flat=True))
    if not people:
        raise refuse("都学了，不用提醒。")
    post(
        committee_id=case.committee_id,
        to=people,
        kind="studyitem.remind_item",
        text=f"还没有学：{case.title}（{case.get_kind_display()}）",
        case=case,
        url=case.get_absolute_url(),
        needs_act=True,
    )
    return Done(detail={"people": len(people)})
