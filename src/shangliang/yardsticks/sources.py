"""How a gap or a measure is named where a task says what it comes from."""

from ..procedures.seat import Seat
from ..tasks.sources import SOURCE_NAMES, SOURCES, Source
from .queries import gaps, measures


def of_gaps(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Gaps this seat may see."""
    return {
        row.pk: Source("差距", row.subject, row.get_absolute_url())
        for row in gaps(seat).filter(pk__in=ids)
    }


def of_measures(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Measures this seat may see, opened at their gap."""
    return {
        row.pk: Source("差距举措", row.text, row.gap.get_absolute_url())
        for row in measures(seat).filter(pk__in=ids)
    }


SOURCES["gap"] = of_gaps
SOURCES["measure"] = of_measures
SOURCE_NAMES["measure"] = "差距"
