"""发现：交有关单位."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FINDING
from ..follow_finding import people_of
from ..models import Finding
from .add_finding import is_unit


@verb(FINDING, "name_unit", Finding)
def name_unit(case: Finding, seat: Seat, *, unit: int) -> Done:
    """The unit hears of it and answers."""
    if not is_unit(case.committee_id, unit):
        raise refuse("没有这个单位。")
    case.unit_id = unit
    post(
        committee_id=case.committee_id,
        to=people_of(case),
        kind="finding.name_unit",
        text=f"视察发现待答复：{case.text[:60]}",
        case=case,
        url=case.get_absolute_url(),
        needs_act=True,
    )
    return Done(detail={"unit": unit})
