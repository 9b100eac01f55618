"""填企业情况表."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..charge import mine
from ..models import Health


@act("charge.health", "填企业情况表")
def keep_health(
    seat: Seat,
    *,
    charge: int,
    month: date,
    work: str,
    staff: str = "",
    orders: str = "",
    cash: str = "",
) -> Done:
    """One short sheet a month, only while the firm's consent holds."""
    row = mine(seat, charge)
    if not (row.consent_on and row.consent_until and row.consent_until >= today()):
        raise refuse("企业还没有同意填情况表，或者同意已经到期。")
    if not work.strip():
        raise refuse("请写生产情况。")
    sheet, _ = Health.objects.update_or_create(
        committee_id=seat.committee_id, charge_of=row, month=month.replace(day=1),
        defaults={"work": work.strip()[:20], "staff": staff.strip()[:40],
                  "orders": orders.strip()[:40], "cash": cash.strip()[:40], "by_id": seat.person_id},
    )  # fmt: skip
    return Done(case=row, about=sheet, detail={"on": sheet.month})
