"""Which programmes and rows a seat may see."""

from django.db.models import Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Seat
from .book import kinds
from .models import Item, Programme, Talk
from .people import OFFICE, READERS


def programmes(seat: Seat) -> QuerySet[Programme]:
    """The office, leaders and members of one's own committee."""
    rows = Programme.objects.filter(committee_id=seat.committee_id).select_related("lead")
    return rows if seat.has(*READERS) else rows.none()


def items(seat: Seat) -> QuerySet[Item]:
    """All rows; of sheets where people enter their own, others' only once they may be shown."""
    rows = Item.objects.filter(committee_id=seat.committee_id).select_related(
        "programme", "partner__who", "line", "by"
    )
    if not seat.has(*READERS):
        return rows.none()
    if seat.has(*OFFICE):
        return rows
    hidden = Q(pk__in=[])
    for kind in kinds().values():
        for sheet in kind.sheets:
            if sheet.own:
                hidden |= Q(programme__kind=kind.code, sheet=sheet.code) & ~Q(step__in=sheet.shown)
    return rows.filter(~hidden | Q(by_id=seat.person_id))


def talks(seat: Seat) -> QuerySet[Talk]:
    """Of the programmes one may read."""
    rows = Talk.objects.filter(committee_id=seat.committee_id).select_related(
        "programme", "counter", "speaker__partner", "partner__who", "by"
    )
    return rows if seat.has(*READERS) else rows.none()


REACH.update(programme=programmes, talk=talks)
