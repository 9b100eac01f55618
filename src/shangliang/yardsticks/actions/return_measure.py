"""举措：没有做到，继续."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MEASURE
from ..models import Measure
from ..telling import staff, tell


@verb(MEASURE, "return_measure", Measure)
def return_measure(case: Measure, seat: Seat, *, how: str) -> Done:
    """Not done yet; it goes on with its date."""
    if not how.strip():
        raise refuse("请写核实发现了什么。")
    case.how, case.done_on = how.strip()[:300], None
    tell(
        case.gap,
        staff(case.committee_id, [case.owner_id]),
        "returned",
        f"举措没有做到，请继续：{case}",
        True,
    )
    return Done(case=case.gap, detail={"owner": case.owner_id})
