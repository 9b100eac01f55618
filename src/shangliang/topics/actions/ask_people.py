"""协商：记回访."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation


@verb(CONSULTATION, "ask_people", Consultation)
def ask_people(case: Consultation, seat: Seat, *, asked: int, content: int) -> Done:
    """How many who took part were asked, and how many say it was done; counts, no names."""
    came = case.parties.filter(came=True).count()
    if not 1 <= asked <= 10000:
        raise refuse("请写问了几位。")
    if not 0 <= content <= asked:
        raise refuse("认为办到了的人数不能多于问的人数。")
    case.asked, case.content, case.asked_on = asked, content, today()
    return Done(detail={"asked": asked, "content": content, "came": came})
