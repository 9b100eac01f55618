"""举措：报做到了."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MEASURE
from ..models import Measure
from ..telling import keepers, tell


@verb(MEASURE, "report_measure", Measure)
def report_measure(case: Measure, seat: Seat, *, result: str) -> Done:
    """The owner says what was done; it is called self-reported until somebody else looked."""
    if not result.strip():
        raise refuse("请写做了什么、到了什么程度。")
    case.result, case.done_on, case.reported_by_id = result.strip(), today(), seat.person_id
    tell(
        case.gap,
        keepers(case.committee_id),
        "reported",
        f"{case.owner}报举措做到，请核实：{case}",
        True,
    )
    return Done(case=case.gap, detail={"owner": case.owner_id})
