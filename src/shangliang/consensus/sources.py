"""How a round is named where a task came from it."""

from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .queries import visible


def named(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Rounds by id, as far as the seat sees them."""
    return {
        row.pk: Source("线上商量", row.title, row.get_absolute_url())
        for row in visible(seat).filter(pk__in=ids)
    }


SOURCES["round"] = named
