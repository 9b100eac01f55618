"""期刊、专报：撤去."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ISSUE
from ..models import Issue


@verb(ISSUE, "drop_issue", Issue)
def drop_issue(case: Issue, seat: Seat) -> Done:
    """Its items are free for another issue; no number was used."""
    case.items.all().delete()
    return Done()
