"""会已开: who came is counted, and without a quorum there was no meeting."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ORGAN_MEETING
from ..models import OrganMeeting


@verb(ORGAN_MEETING, "hold_meeting", OrganMeeting)
def hold_meeting(
    case: OrganMeeting,
    seat: Seat,
    *,
    came: int,
    on: date | None = None,
    away: str = "",
    also: str = "",
) -> Done:
    """``away``: who was on leave or absent; ``also``: who sat in."""
    day, organ = on or case.on, case.organ
    if day > today() or day.year != case.year:
        raise refuse("会还没有开：日期在今天以后，或者不在这一年。")
    if came > organ.seats:
        raise refuse(f"实到 {came} 人，比应到的 {organ.seats} 人还多；列席的另写。")
    if came < organ.needed:
        raise refuse(
            f"应到 {organ.seats} 人，须 {organ.needed} 人到会（{organ.get_quorum_display()}），"
            f"实到 {came} 人，会开不成。请改期。"
        )
    case.on, case.came = day, came
    case.away, case.also = away.strip()[:300], also.strip()[:300]
    return Done(detail={"on": day, "came": came})
