"""协商：改纪要."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..intake import keep_secrets_out
from ..models import Consultation

LONGEST = 20000


@verb(CONSULTATION, "edit_minutes", Consultation)
def edit_minutes(case: Consultation, seat: Seat, *, text: str) -> Done:
    """Corrected by a person, who then counts as the drafter."""
    if len(text) > LONGEST:
        raise refuse(f"纪要请写在 {LONGEST} 字以内。")
    keep_secrets_out(text)
    case.minutes = text.replace("\r\n", "\n").strip()
    case.drafted_by_id = seat.person_id
    return Done(detail={"length": len(case.minutes)})
