"""登记企业同意."""

from datetime import date, timedelta

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..charge import mine
from ..models import Charge


@act("charge.consent", "登记企业同意")
def record_consent(seat: Seat, *, charge: int, purpose: str, until: date) -> Done:
    """A firm's sheet needs its yes: for what, until when (catalogue E5)."""
    row = mine(seat, charge)
    if row.kind != Charge.Kind.FIRM:
        raise refuse("只有企业需要登记同意。")
    if not purpose.strip():
        raise refuse("请写用来做什么。")
    if not today() < until <= today() + timedelta(days=3 * 366):
        raise refuse("同意到哪天：要晚于今天，最长三年。")
    row.consent_on, row.consent_until, row.consent_purpose = today(), until, purpose.strip()[:200]
    row.save()
    return Done(case=row, detail={"until": until})
