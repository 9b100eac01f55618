"""改会议: its day within the year, place and host."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ORGAN_MEETING
from ..models import OrganMeeting


@verb(ORGAN_MEETING, "edit_meeting", OrganMeeting)
def edit_meeting(
    case: OrganMeeting, seat: Seat, *, on: date, place: str = "", host: str = ""
) -> Done:
    """Its number was given for the year."""
    if on.year != case.year:
        raise refuse(f"这次会编在 {case.year} 年，改到别的年份请另排一次。")
    case.on, case.place, case.host = on, place.strip()[:120], host.strip()[:80]
    return Done(detail={"on": on})
