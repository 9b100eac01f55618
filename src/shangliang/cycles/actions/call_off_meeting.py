"""不开了: an empty agenda only, so that no matter is lost with it."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ORGAN_MEETING
from ..models import OrganMeeting


@verb(ORGAN_MEETING, "call_off_meeting", OrganMeeting)
def call_off_meeting(case: OrganMeeting, seat: Seat, *, reason: str) -> Done:
    """Its number stays used."""
    if not reason.strip():
        raise refuse("请写为什么不开了。")
    case.away = f"没有开：{reason.strip()}"[:300]
    return Done()
