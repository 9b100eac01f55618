"""拟采用 and 重新拟用: the editor has looked and means to use it."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import VOICE
from ..models import Voice
from ..tell import tell_authors


@verb(VOICE, "screen", Voice)
def screen(case: Voice, seat: Seat) -> Done:
    """The author hears within the limit that it is looked at for use."""
    case.editor_id = seat.person_id
    tell_authors(case, seat, "screen", "编辑已看，拟采用，正在编。")
    return Done()
