"""来声：退回再编."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import VOICE
from ..models import Voice
from ..words import remark
from .sign_off import tell_editor


@verb(VOICE, "send_back_text", Voice)
def send_back_text(case: Voice, seat: Seat, *, note: str) -> Done:
    remark(case, seat, "send_back_text", note, "请写要改哪里。")
    tell_editor(case, seat, "send_back_text", "退回再编")
    return Done()
