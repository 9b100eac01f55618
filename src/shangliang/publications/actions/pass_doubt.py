"""审过，公布: by another than who answered."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DOUBT
from ..models import Doubt


@verb(DOUBT, "pass_doubt", Doubt)
def pass_doubt(case: Doubt, seat: Seat) -> Done:
    """From now on it stands in the public list and under its receipt."""
    case.passed_by_id, case.published_on = seat.person_id, today()
    return Done()
