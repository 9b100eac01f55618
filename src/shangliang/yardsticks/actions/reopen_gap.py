"""差距：差距又出现."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import GAP
from ..models import Gap
from ..telling import staff, tell


@verb(GAP, "reopen_gap", Gap)
def reopen_gap(case: Gap, seat: Seat, *, why: str) -> Done:
    """It is there again."""
    if not why.strip():
        raise refuse("请写凭什么说差距又出现了。")
    case.text = f"{case.text}\n{today():%Y-%m-%d} 又出现：{why.strip()}".strip()
    case.closed_on = case.closed_by = None
    case.closing = ""
    tell(case, staff(case.committee_id, [case.owner_id]), "reopen", f"差距又出现：{case}", True)
    return Done(detail={"owner": case.owner_id})
