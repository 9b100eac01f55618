"""Ranks with ties (1, 2, 2, 4); a missing figure has no rank; standing beside a mean is not a sign."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from .definition import Direction, NotComparable

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Rank:
    """``place`` of ``among`` figures, ``tied`` with how many others."""

    place: int
    among: int
    tied: int = 0

    def __str__(self) -> str:
        return f"{self.place}（并列）" if self.tied else str(self.place)


def ranks(figures: Mapping[K, Decimal | None], direction: Direction) -> dict[K, Rank]:
    """The rank of each figure that is there. Equal figures share the better place."""
    if direction is Direction.NONE:
        raise NotComparable("这个指标不比高低，不排位次。")
    known = {key: value for key, value in figures.items() if value is not None}
    counts: dict[Decimal, int] = {}
    for value in known.values():
        counts[value] = counts.get(value, 0) + 1
    place, places = 1, {}
    for value in sorted(counts, reverse=direction is Direction.HIGHER):
        places[value] = place
        place += counts[value]
    return {k: Rank(places[v], len(known), counts[v] - 1) for k, v in known.items()}


@dataclass(frozen=True)
class Standing:
    """A figure beside a mean: which side, how far, and its own sign, which is another matter."""

    value: Decimal
    mean: Decimal
    difference: Decimal

    @property
    def above(self) -> bool:
        return self.difference > 0

    @property
    def negative(self) -> bool:
        return self.value < 0

    def words(self, name: str, unit: str = "个百分点") -> str:
        """高于全市0.7个百分点，但仍为负增长."""
        if self.difference == 0:
            side = f"与{name}持平"
        else:
            side = (
                f"{'高' if self.above else '低'}于{name}{abs(self.difference).normalize():f}{unit}"
            )
        if self.above and self.negative:
            return f"{side}，但仍为负增长"
        if not self.above and self.difference and self.value > 0:
            return f"{side}，仍为正增长"
        return side


def standing(value: Decimal, mean: Decimal) -> Standing:
    """How a figure stands to a mean."""
    return Standing(value, mean, value - mean)


def moved(now: Rank | None, then: Rank | None) -> int | None:
    """Places gained (above zero) or lost since; ``None`` when either is not known."""
    if now is None or then is None:
        return None
    return then.place - now.place
