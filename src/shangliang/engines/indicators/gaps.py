"""The gap table: own value beside city, province, best peer and last year, signed by direction."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from .definition import Definition, Direction, distance
from .ranks import Rank, ranks

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class GapLine:
    """Below zero is behind, whichever way the indicator is good. ``None`` where a figure is missing."""

    value: Decimal | None
    rank: Rank | None
    to_mean: Decimal | None
    best: Hashable | None
    to_best: Decimal | None
    of_best: Decimal | None  # the gap in per cent of the best, for totals only


def gap_lines(
    definition: Definition, figures: Mapping[K, Decimal | None], mean: Decimal | None = None
) -> dict[K, GapLine]:
    """One line a region; regions that have no figure get a line without numbers."""
    way = definition.direction
    order = ranks(figures, way) if way is not Direction.NONE else {}
    best = next((k for k, rank in order.items() if rank.place == 1), None)
    top = figures[best] if best is not None else None
    out: dict[K, GapLine] = {}
    for key, value in figures.items():
        if value is None:
            out[key] = GapLine(None, None, None, best, None, None)
            continue
        to_mean = None if mean is None or way is Direction.NONE else distance(value, mean, way)
        to_best = None if top is None else distance(value, top, way)
        of_best = None
        if (
            to_best is not None
            and top
            and definition.measured_in.family not in ("percent", "points")
        ):
            of_best = to_best / abs(top) * 100
        out[key] = GapLine(value, order.get(key), to_mean, best, to_best, of_best)
    return out
