"""Pairs of indicators that should move together and do not: a question, not a verdict (S-155)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from .whatif import plain


@dataclass(frozen=True)
class Pair:
    """Two growth rates that usually move the same way, and why; ``apart`` points are too many."""

    one: str
    other: str
    why: str = ""
    apart: Decimal = Decimal(20)


@dataclass(frozen=True)
class Conflict:
    """A pair of one region that moves against itself; ``question`` is what its owner is asked."""

    region: str
    one: str
    other: str
    one_value: Decimal
    other_value: Decimal
    question: str

    @property
    def apart(self) -> Decimal:
        return abs(self.one_value - self.other_value)


def conflicts(
    figures: Mapping[str, Mapping[str, Decimal | None]],
    pairs: Iterable[Pair],
    names: Mapping[str, str] | None = None,
) -> list[Conflict]:
    """``figures``: {region: {indicator: growth}}. Opposite signs, or too far apart, ask for a word.

    Signs within half a point of zero are not opposite: they may be rounding.
    """
    called = names or {}
    found: list[Conflict] = []
    for region, row in figures.items():
        for pair in pairs:
            one, other = row.get(pair.one), row.get(pair.other)
            if one is None or other is None:
                continue
            half = Decimal("0.5")
            opposite = one * other < 0 and min(abs(one), abs(other)) >= half
            if (
                not (opposite and abs(one - other) >= pair.apart / 4)
                and abs(one - other) < pair.apart
            ):
                continue
            words = (
                f"{called.get(pair.one, pair.one)}{_moves(one)}，"
                f"{called.get(pair.other, pair.other)}{'却' if opposite else ''}{_moves(other)}，"
                f"请说明原因{f'（{pair.why}）' if pair.why else ''}。"
            )
            found.append(Conflict(region, pair.one, pair.other, one, other, words))
    return sorted(found, key=lambda c: -c.apart)


def _moves(rate: Decimal) -> str:
    """A drop is said as a drop with a plain number: never 下降−59.1%."""
    if rate == 0:
        return "持平"
    return f"{'增长' if rate > 0 else '下降'}{plain(abs(rate))}%"
