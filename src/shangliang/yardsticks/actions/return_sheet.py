"""答卷：退回再答."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SHEET
from ..models import Sheet
from ..telling import staff, tell


@verb(SHEET, "return_sheet", Sheet)
def return_sheet(case: Sheet, seat: Seat, *, why: str) -> Done:
    """Which answer does not stand."""
    if not why.strip():
        raise refuse("请写哪一问还要再答、为什么。")
    case.returned = why.strip()[:300]
    tell(case, staff(case.committee_id, [case.owner_id]), "sheet", f"请再答：{case.returned}", True)
    return Done(detail={"owner": case.owner_id})
