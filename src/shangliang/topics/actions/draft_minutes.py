"""协商：拟纪要.

Minutes (纪要): drafted from what happened, corrected by a person, signed by another, numbered.
"""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..drafting import draft_of
from ..flow import CONSULTATION
from ..models import Consultation


@verb(CONSULTATION, "draft_minutes", Consultation)
def draft_minutes(case: Consultation, seat: Seat) -> Done:
    """A draft from the list, the speeches and the points. What a person corrected is not run over."""
    if case.minutes.strip():
        raise refuse("纪要已经有了，请接着改；要重拟，先把正文清空保存。")
    case.minutes = draft_of(case)
    case.drafted_by_id = seat.person_id
    return Done(detail={"length": len(case.minutes)})
