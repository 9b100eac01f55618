"""撤下议程: it waits again; those after it move up."""

from django.db.models import F

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..agenda import item_of
from ..flow import MATTER
from ..models import Matter


@verb(MATTER, "unlist_matter", Matter)
def unlist_matter(case: Matter, seat: Seat) -> Done:
    """Its papers stay with it."""
    item = item_of(case)
    item.meeting.items.filter(place__gt=item.place).update(place=F("place") - 1)
    item.delete()
    return Done(detail={"meeting": item.meeting_id})
