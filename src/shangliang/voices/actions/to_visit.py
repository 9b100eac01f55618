"""牵线：已互访."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LEAD
from ..lead import advance
from ..models import Lead


@verb(LEAD, "to_visit", Lead)
def to_visit(case: Lead, seat: Seat, *, note: str, matched: int | None = None) -> Done:
    return advance(case, seat, "to_visit", note, matched)
