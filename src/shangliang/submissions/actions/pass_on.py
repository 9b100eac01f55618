"""转复审: the first reviewer hands the proposal to the second."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import Submission


@verb(PROPOSAL, "pass_on", Submission)
def pass_on(case: Submission, seat: Seat) -> Done:
    """The state alone moves; the review clock runs on."""
    return Done()
