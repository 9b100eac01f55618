"""同意: the meeting agrees, and the matter is settled."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..agenda import decide
from ..flow import MATTER
from ..models import AgendaItem, Matter


@verb(MATTER, "agree_matter", Matter)
def agree_matter(case: Matter, seat: Seat, *, words: str, yes: int | None = None) -> Done:
    """``yes``: how many were for it, where it was put to a vote."""
    item = decide(case, AgendaItem.Decision.AGREED, words, yes)
    return Done(detail={"meeting": item.meeting_id, "yes": yes})
