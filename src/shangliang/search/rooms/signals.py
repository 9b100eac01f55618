"""How a signal is named on a topic or task that grew from it; only its readers open it."""

from django.urls import reverse

from ...procedures.seat import Seat
from ...tasks.sources import SOURCE_NAMES, SOURCES, Source
from ..early import READERS
from ..models import Signal


def signals(seat: Seat, ids: list[int]) -> dict[int, Source]:
    rows = Signal.objects.filter(committee_id=seat.committee_id, pk__in=ids)
    if not seat.has(*READERS):
        return {row.pk: Source("苗头") for row in rows.only("pk")}
    return {
        row.pk: Source("苗头", row.theme, reverse("early-signal", args=[row.pk])) for row in rows
    }


SOURCES["signal"] = signals
SOURCE_NAMES["signal"] = "苗头"
