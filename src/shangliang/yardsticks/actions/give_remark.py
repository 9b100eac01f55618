"""数据说明：写说明."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import REMARK
from ..models import Remark
from ..telling import keepers, tell


@verb(REMARK, "give_remark", Remark)
def give_remark(case: Remark, seat: Seat, *, text: str) -> Done:
    """The region's answer."""
    if not text.strip():
        raise refuse("请写说明。")
    case.text, case.given_by_id, case.given_on = text.strip(), seat.person_id, today()
    tell(
        case, keepers(case.committee_id), "given", f"{case.reading.region}作了说明，请核实。", True
    )
    return Done(detail={"reading": case.reading_id})
