"""退回修改: back to whoever raised it, with what to change."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..agenda import decide
from ..flow import MATTER
from ..models import AgendaItem, Matter


@verb(MATTER, "send_back_matter", Matter)
def send_back_matter(case: Matter, seat: Seat, *, words: str) -> Done:
    """What was asked for stands in the minutes and on the matter's page."""
    item = decide(case, AgendaItem.Decision.RETURNED, words)
    return Done(detail={"meeting": item.meeting_id})
