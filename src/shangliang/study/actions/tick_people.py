"""学习内容：登记完成的人."""

from collections.abc import Sequence

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..models import StudyDuty, StudyItem


@verb(ITEM, "tick_people", StudyItem)
def tick_people(case: StudyItem, seat: Seat, *, people: Sequence[int]) -> Done:
    """The office enters who has done it (a paper list, a branch's own meeting)."""
    done = case.duties.filter(state="todo", person_id__in=list(people)).update(
        state="done", how=StudyDuty.How.OFFICE, done_at=timezone.now()
    )
    if not done:
        raise refuse("请勾选学了的人。")
    return Done(detail={"people": done})
