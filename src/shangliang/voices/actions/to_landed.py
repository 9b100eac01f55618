"""牵线：已落地."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LEAD
from ..lead import advance
from ..models import Lead


@verb(LEAD, "to_landed", Lead)
def to_landed(case: Lead, seat: Seat, *, note: str) -> Done:
    """The introducer keeps the credit; what landed is said in a sentence."""
    return advance(case, seat, "to_landed", note)
