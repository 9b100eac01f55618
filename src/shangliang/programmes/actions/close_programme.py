"""结束: nothing new is entered; everything stays to be read."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROGRAMME
from ..models import Programme


@verb(PROGRAMME, "close_programme", Programme)
def close_programme(case: Programme, seat: Seat, *, why: str) -> Done:
    """With what remains to be said."""
    if not why.strip():
        raise refuse("请写结束时的话：做到了什么，没做到的为什么。")
    case.why_ended = why.strip()[:300]
    case.ends_on = min(case.ends_on or today(), today())
    return Done()
