"""调次序: one item to another place; the others close up."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ORGAN_MEETING
from ..models import OrganMeeting


@verb(ORGAN_MEETING, "move_item", OrganMeeting)
def move_item(case: OrganMeeting, seat: Seat, *, item: int, to: int) -> Done:
    """``to``: its new place, from 1."""
    rows = list(case.items.order_by("place", "pk"))
    row = next((r for r in rows if r.pk == item), None)
    if row is None or not 1 <= to <= len(rows):
        raise refuse("请选议程上的一项，和它的新位置。")
    rows.remove(row)
    rows.insert(to - 1, row)
    for place, each in enumerate(rows, 1):
        if each.place != place:
            each.place = place
            each.save(update_fields=["place"])
    return Done(detail={"item": item, "to": to})
