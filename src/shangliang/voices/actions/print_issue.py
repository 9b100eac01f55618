"""期刊、专报：编号印发."""

from ...procedures.numbering import allot
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ISSUE
from ..issue import move
from ..models import Issue
from ..tell import tell_authors


@verb(ISSUE, "print_issue", Issue)
def print_issue(case: Issue, seat: Seat) -> Done:
    """The number of the year and the running total, without gaps; every item is printed with it."""
    case.issued_on = today()
    case.year = case.issued_on.year
    case.number = allot(case.committee_id, f"issue:{case.kind}:{case.year}")
    case.total = allot(case.committee_id, f"issue:{case.kind}")
    rows = [item.voice for item in case.items.select_related("voice")]
    case.signer_id = rows[0].signer_id
    move(case, seat, rows, "issued", "voice.printed")
    for row in rows:
        tell_authors(row, seat, "printed", f"编入{case}。")
    return Done(detail={"number": case.number, "year": case.year, "total": case.total})
