"""牵线：中止."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LEAD
from ..lead import advance
from ..models import Lead


@verb(LEAD, "end_lead", Lead)
def end_lead(case: Lead, seat: Seat, *, note: str) -> Done:
    return advance(case, seat, "end_lead", note)
