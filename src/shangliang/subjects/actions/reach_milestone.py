"""节点完成: with its real day."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUBJECT
from ..models import Milestone, Subject


@verb(SUBJECT, "reach_milestone", Subject)
def reach_milestone(case: Subject, seat: Seat, *, milestone: int, on: date | None = None) -> Done:
    """Not before what it waits for is done."""
    row = Milestone.objects.filter(
        committee_id=case.committee_id, subject=case, pk=milestone
    ).first()
    if row is None:
        raise refuse("没有这个节点。")
    if row.done_on:
        raise refuse("这个节点已经完成。")
    if (on or today()) > today():
        raise refuse("完成的日期不能晚于今天。")
    if waits := list(row.after.filter(done_on=None).values_list("title", flat=True)):
        raise refuse(f"它要等的还没有完成：{'、'.join(waits)}。")
    row.done_on = on or today()
    row.save(update_fields=["done_on"])
    return Done(about=row, detail={"on": row.done_on})
