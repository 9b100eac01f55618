"""退回补充: what is missing, in the editor's words; the receipt number stays."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DIFFICULTY, VOICE
from ..models import Voice
from ..tell import tell_authors
from ..words import remark


def send_back(case: Voice, seat: Seat, *, note: str) -> Done:
    """Somebody must be there to complete it: a citizen without account is asked otherwise."""
    if case.author_id is None and case.entered_by_id is None:
        raise refuse("来件人没有账号，退不回去；请按留下的联系方式问，或直接答复。")
    remark(case, seat, "send_back", note, "请写明要补充什么。")
    tell_authors(case, seat, "send_back", "请补充后再交，编辑写明了要补什么。", needs_act=True)
    return Done()


send_back_difficulty = verb(DIFFICULTY, "send_back", Voice)(send_back)
send_back_voice = verb(VOICE, "send_back", Voice)(send_back)
