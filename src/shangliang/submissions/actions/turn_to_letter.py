"""转来信: the matter goes on as a member's letter, passed to whom it concerns (docs/field.md 1.4)."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import Submission
from .turn_to_report import turn


@verb(PROPOSAL, "turn_to_letter", Submission)
def turn_to_letter(case: Submission, seat: Seat, *, note: str = "") -> Done:
    """The matter goes on as a member's letter (委员来信)."""
    return turn(case, seat, Submission.Kind.LETTER, note)
