"""收回: until a reviewer has written, the proposer takes it back to the draft and keeps its serial."""

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import Submission


@verb(PROPOSAL, "take_back", Submission)
def take_back(case: Submission, seat: Seat) -> Done:
    """Back to the draft. The review is no longer asked for: its clock is dropped, not met."""
    clocks.drop(case, ["review"])
    case.approver = None
    return Done()
