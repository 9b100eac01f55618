"""来声：同意."""

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import VOICE
from ..models import Voice
from .ask_consent import answer


@verb(VOICE, "agree", Voice)
def agree(case: Voice, seat: Seat) -> Done:
    """The last yes sends it on to the signer."""
    answer(case, seat, "yes", "")
    left = case.consents.filter(round=case.round, said="").exists()
    if not left:
        clocks.stop(case, ["consent"], by=seat)
    return Done(to="consenting" if left else "agreed", detail={"round": case.round})
