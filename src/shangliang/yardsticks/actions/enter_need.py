"""记需求."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Need
from ..who import KEEPERS


@act("need.enter", "记需求", *KEEPERS)
def enter_need(seat: Seat, *, text: str, count: int, on: date, source: str) -> Done:
    """What people need, how many said so, when, how one knows."""
    if not text.strip() or not source.strip():
        raise refuse("请写需求和怎么了解的。")
    if count < 1:
        raise refuse("提出人次至少是1。")
    if on > today():
        raise refuse("了解日期不能晚于今天。")
    row = Need.objects.create(
        committee_id=seat.committee_id, text=text.strip()[:200], count=count, on=on,
        source=source.strip()[:200],
    )  # fmt: skip
    return Done(case=row, detail={"count": count})
