"""期刊、专报：编排."""

from collections.abc import Sequence

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ISSUE
from ..issue import place
from ..models import Issue


@verb(ISSUE, "compose", Issue)
def compose(case: Issue, seat: Seat, *, items: Sequence[int], title: str = "") -> Done:
    """Which items, in which order."""
    place(case, items)
    case.title = title.strip()[:120]
    return Done(detail={"count": len(items)})
