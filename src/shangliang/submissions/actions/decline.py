"""谢绝会签: no reason is asked; the draft is closed to the one who declined."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import CoSignature, Submission
from .sign import answer, tell_author


@verb(PROPOSAL, "decline", Submission)
def decline(case: Submission, seat: Seat) -> Done:
    """Decline to sign jointly."""
    row = answer(case, seat, CoSignature.State.DECLINED)
    tell_author(case, seat, "decline", "谢绝会签")
    return Done(about=row)
