"""牵线：已签约."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LEAD
from ..lead import advance
from ..models import Lead


@verb(LEAD, "to_agreement", Lead)
def to_agreement(case: Lead, seat: Seat, *, note: str) -> Done:
    return advance(case, seat, "to_agreement", note)
