"""How teams and lists are named where something points to them."""

from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .queries import teams


def named(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Teams by name."""
    return {
        row.pk: Source(str(row), row.form_label, row.get_absolute_url())
        for row in teams(seat).filter(pk__in=ids)
    }


SOURCES.update(team=named)
