"""Means. Growth rates and shares are averaged with weights or not at all.

Ten districts' simple mean may be −1.49 where the city grew by −0.8: the small ones count as much as
the large. So a mean of rates without weights is refused, with the reason.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from .definition import Definition, Shape

K = TypeVar("K", bound=Hashable)
HUNDREDTH = Decimal("0.01")
SUM_TOLERANCE = Decimal("0.005")


class MeanRefused(ValueError):
    """No honest mean can be given; ``str()`` says why."""


@dataclass(frozen=True)
class Mean:
    """A mean, over how many, with how much of the weight; ``parts`` add up to ``value``."""

    value: Decimal
    over: int
    parts: dict[Hashable, Decimal]
    left_out: tuple[Hashable, ...] = ()
    coverage: Decimal = Decimal(1)


def mean(
    definition: Definition,
    figures: Mapping[K, Decimal | None],
    weights: Mapping[K, Decimal] | None = None,
) -> Mean:
    """Weighted when weights are given; plain only for totals. Raises :class:`MeanRefused`.

    Figures that are missing are left out with their weight and named, never taken for 0.
    """
    known = {k: v for k, v in figures.items() if v is not None}
    missing = tuple(k for k, v in figures.items() if v is None)
    if not known:
        raise MeanRefused("没有一个数，算不出平均。")
    if weights is None:
        if definition.shape is not Shape.LEVEL:
            if len(known) == 1:
                raise MeanRefused(f"“{definition.name}”只有{next(iter(known))}一个数，不是平均。")
            plain = (sum(known.values(), Decimal(0)) / len(known)).quantize(HUNDREDTH)
            raise MeanRefused(
                f"“{definition.name}”是{'增速' if definition.shape is Shape.RATE else '比重'}，"
                f"没有权数不能平均：{len(known)}个数简单平均是{plain}，但大小不同的地方不能一样算。"
                "请用上年总量作权数，或用统计局公布的全市数。"
            )
        part = Decimal(1) / len(known)
        parts: dict[Hashable, Decimal] = {k: v * part for k, v in known.items()}
        return Mean(sum(known.values(), Decimal(0)) / len(known), len(known), parts, missing)
    return weighted(known, weights, missing)


def weighted(
    known: Mapping[K, Decimal], weights: Mapping[K, Decimal], missing: tuple[K, ...] = ()
) -> Mean:
    """Σ weight × figure ÷ Σ weight. Raises :class:`MeanRefused`."""
    if lacking := [k for k in known if k not in weights]:
        raise MeanRefused(f"这些地方没有权数：{'、'.join(map(str, lacking))}。补齐权数再算。")
    if negative := [k for k in weights if weights[k] < 0]:
        raise MeanRefused(f"权数不能是负的：{'、'.join(map(str, negative))}。")
    total = sum((weights[k] for k in known), Decimal(0))
    if total <= 0:
        raise MeanRefused("权数合计是零，算不出平均。")
    whole = total + sum((weights.get(k, Decimal(0)) for k in missing), Decimal(0))
    parts: dict[Hashable, Decimal] = {k: v * weights[k] / total for k, v in known.items()}
    return Mean(sum(parts.values(), Decimal(0)), len(known), parts, missing, total / whole)


def check_weights(weights: Mapping[K, Decimal]) -> str:
    """Empty when they sum to 1 (or 100), else the sentence that says how they fail."""
    total = sum(weights.values(), Decimal(0))
    if any(w < 0 for w in weights.values()):
        return "权数里有负数。"
    if abs(total - 1) <= SUM_TOLERANCE or abs(total - 100) <= SUM_TOLERANCE * 100:
        return ""
    return f"权数合计是{total.normalize():f}，不是1（或100%），差{(1 - total).normalize():f}。没有替您折算。"
