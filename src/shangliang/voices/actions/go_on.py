"""来声：逾期未回，继续."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import VOICE
from ..models import Voice
from ..words import remark


@verb(VOICE, "go_on", Voice)
def go_on(case: Voice, seat: Seat, *, note: str) -> Done:
    """The authors' limit passed without a no: noted, and on to the signer."""
    remark(case, seat, "go_on", note, "请注明怎么催过、为什么不再等。")
    return Done(detail={"round": case.round})
