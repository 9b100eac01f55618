"""举措：核实做到."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MEASURE
from ..models import Measure


@verb(MEASURE, "pass_measure", Measure)
def pass_measure(case: Measure, seat: Seat, *, how: str) -> Done:
    """Found done by somebody other than the doer."""
    if not how.strip():
        raise refuse("请写怎么核实的：看了哪里、查了什么。")
    case.how, case.checked_on, case.checked_by_id = how.strip()[:300], today(), seat.person_id
    return Done(case=case.gap, detail={"owner": case.owner_id})
