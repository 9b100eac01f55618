"""同意延期: the clock moves; what it was before stays in the request and in the log."""

from datetime import date

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ASSIGNMENT
from ..models import Assignment
from ..people import proposers, staff_of
from .ask_extension import check_until


@verb(ASSIGNMENT, "grant_extension", Assignment)
def grant_extension(
    case: Assignment, seat: Seat, *, until: date | None = None, answer: str = ""
) -> Done:
    """Grant until the day asked, or another within the whole limit."""
    row = case.extensions.select_related("clock").get(state="open")
    clock = row.clock
    if not clock.running:
        raise refuse("这个时限已经不在计了。")
    before, granted = clock.due_on, check_until(case, clock, until or row.until)
    row.state, row.granted_until, row.answer = "granted", granted, answer.strip()
    row.answered_by_id, row.answered_at = seat.person_id, timezone.now()
    row.save()
    clocks.extend(clock, granted)
    root = case.submission
    for people in (staff_of([case.unit_id], case.committee_id), proposers(root)):
        post(
            committee_id=case.committee_id,
            to=people,
            kind="assignment.grant_extension",
            text=f"同意延期：{root.number_label}，{case.unit}的答复时限改到 {granted:%Y-%m-%d}",
            case=root,
            url=f"/proposals/{root.pk}/",
        )
    return Done(about=row, detail={"unit": case.unit_id, "due": before, "until": granted})
