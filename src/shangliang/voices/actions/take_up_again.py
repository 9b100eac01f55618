"""来声：重新拟用."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import VOICE
from ..models import Voice
from ..tell import tell_authors


@verb(VOICE, "take_up_again", Voice)
def take_up_again(case: Voice, seat: Seat) -> Done:
    """What was kept may be used after all."""
    case.editor_id, case.reason_code = seat.person_id, ""
    tell_authors(case, seat, "take_up_again", "重新拟采用，正在编。")
    return Done()
