"""发现：复查仍未改."""

from datetime import date

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import FINDING
from ..follow_finding import looked_again, people_of
from ..models import Finding


@verb(FINDING, "find_again", Finding)
def find_again(case: Finding, seat: Seat, *, on: date, seen: str) -> Done:
    """Not mended: it goes back to the unit."""
    looked_again(case, seat, on, seen)
    post(
        committee_id=case.committee_id,
        to=people_of(case),
        kind="finding.find_again",
        text=f"复查仍未改：{case.text[:60]}",
        case=case,
        url=case.get_absolute_url(),
        needs_act=True,
    )
    return Done(detail={"on": on, "unit": case.unit_id})
