"""说明原因: the county's own reason, by the list and in words, stands beside its figure."""

from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FUND_LINE
from ..models import FundLine, FundReason
from ..rules import rules


@verb(FUND_LINE, "give_reason", FundLine)
def give_reason(case: FundLine, seat: Seat, *, code: str, text: str) -> Done:
    """Kept with its date; the one who asked is told."""
    if code not in rules().reasons:
        raise refuse("请从清单里选一类原因。")
    if not text.strip():
        raise refuse("请说清卡在哪里、什么时候能解决。")
    row = FundReason.objects.filter(
        committee_id=case.committee_id, line=case, given_on__isnull=True
    ).first()
    if row is None:
        raise refuse("没有等说明的问题。")
    row.code, row.text = code, text.strip()[:500]
    row.given_by_id, row.given_on = seat.person_id, today()
    row.save()
    case.reason_code, case.reason, case.reason_on = code, row.text, today()
    case.asked_on = case.asked_until = None
    post(
        committee_id=case.committee_id,
        to=[row.asked_by_id],
        kind="fund_line.give_reason",
        text=f"{case.unit}说明了原因：{rules().reasons[code]}",
        case=case,
        url=case.get_absolute_url(),
    )
    return Done(about=row, detail={"failure": row.failure, "reason": code})
