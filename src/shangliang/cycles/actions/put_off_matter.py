"""暂缓: not decided this time; it waits for the next meeting of the same organ."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..agenda import decide
from ..flow import MATTER
from ..models import AgendaItem, Matter


@verb(MATTER, "put_off_matter", Matter)
def put_off_matter(case: Matter, seat: Seat, *, words: str) -> Done:
    """With the reason in words."""
    item = decide(case, AgendaItem.Decision.PUT_OFF, words)
    return Done(detail={"meeting": item.meeting_id})
