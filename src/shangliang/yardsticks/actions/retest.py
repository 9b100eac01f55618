"""复测."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lists import own_or_office
from ..models import NotebookItem, Retest


@act("notebook.retest", "复测")
def retest(seat: Seat, pk: int, *, passed: bool, note: str, again_on: date | None = None) -> Done:
    """On or after its day; a mistake closes only by passing, else it comes back on another day."""
    row = NotebookItem.objects.select_for_update(of=("self",)).filter(
        pk=pk, committee_id=seat.committee_id
    ).first()  # fmt: skip
    if row is None:
        raise refuse("没有找到这一题。", "wall")
    own_or_office(seat, row.owner_id)
    if row.state == NotebookItem.State.CLOSED:
        raise refuse("这一题已经过关了。", "state")
    if row.retest_on and row.retest_on > today():
        raise refuse(f"复测日是{row.retest_on:%-m月%-d日}，还没到。")
    if not note.strip():
        raise refuse("请写怎么测的、结果怎样。")
    if not passed and (again_on is None or again_on <= today()):
        raise refuse("没有通过，请定下一次复测的日子（今天以后）。")
    Retest.objects.create(
        committee_id=seat.committee_id, item=row, on=today(), passed=passed,
        note=note.strip()[:300], by_id=seat.person_id,
    )  # fmt: skip
    if passed:
        row.state = NotebookItem.State.CLOSED
    else:
        row.retest_on = again_on
    row.save(update_fields=["state", "retest_on"])
    return Done(case=row, detail={"passed": passed})
