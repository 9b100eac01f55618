"""报送报告."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Delivery
from ..report import own


@act("report.deliver", "报送报告")
def deliver(
    seat: Seat, *, kind: str, pk: int, version: int, to: str, name: str, on: date, way: str = ""
) -> Done:
    """Which draft went to whom, on which day."""
    row = own(seat, kind, pk)
    draft = row.versions.filter(pk=version).first()
    if draft is None:
        raise refuse("请选报送哪一稿；还没有定稿的，先定一稿。")
    if to not in Delivery.To.values or not name.strip():
        raise refuse("请选报给哪一级，并写报给谁。")
    if on > today():
        raise refuse("报送日期不能晚于今天。")
    if draft.deliveries.filter(name=name.strip()[:120], on=on).exists():
        raise refuse("这一稿当天已经报送过。")
    sent = Delivery.objects.create(
        committee_id=seat.committee_id, version=draft, to=to, name=name.strip()[:120], on=on,
        way=way.strip()[:40], by_id=seat.person_id,
    )  # fmt: skip
    return Done(case=row, about=sent, detail={"number": draft.number, "level": to})
