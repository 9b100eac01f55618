"""惠企政策：记一次没办成."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import POLICY
from ..models import Policy
from ..policy_refusal import keep_refusal


@verb(POLICY, "record_refusal", Policy)
def record_refusal(case: Policy, seat: Seat, *, on: date, reason: str, words: str = "") -> Done:
    """Heard by phone or at the counter; the firm is not named."""
    row = keep_refusal(case, on=on, reason=reason, words=words, said={}, by=seat.person_id)
    return Done(about=row, detail={"reason": reason}, beside=True)
