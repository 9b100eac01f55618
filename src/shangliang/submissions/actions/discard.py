"""弃稿: a draft nobody will hand in; invitations end with it."""

from django.utils import timezone

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import CoSignature, Submission


@verb(PROPOSAL, "discard", Submission)
def discard(case: Submission, seat: Seat) -> Done:
    """Put the draft away. The row stays for its events; lists no longer show it."""
    case.signatures.filter(state=CoSignature.State.INVITED).update(
        state=CoSignature.State.DROPPED, answered_at=timezone.now()
    )
    clocks.drop(case)
    return Done()
