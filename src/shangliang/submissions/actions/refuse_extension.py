"""不同意延期: the clock runs on, and the unit reads why."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ASSIGNMENT
from ..models import Assignment
from ..people import staff_of


@verb(ASSIGNMENT, "refuse_extension", Assignment)
def refuse_extension(case: Assignment, seat: Seat, *, answer: str) -> Done:
    """Refuse with an answer."""
    if not answer.strip():
        raise refuse("不同意的请写明为什么。")
    row = case.extensions.get(state="open")
    row.state, row.answer = "refused", answer.strip()
    row.answered_by_id, row.answered_at = seat.person_id, timezone.now()
    row.save()
    root = case.submission
    post(
        committee_id=case.committee_id,
        to=staff_of([case.unit_id], case.committee_id),
        kind="assignment.refuse_extension",
        text=f"不同意延期：{root.number_label}《{root.title}》，请按原时限答复",
        case=root,
        url="/unit/",
        needs_act=True,
    )
    return Done(about=row, detail={"unit": case.unit_id})
