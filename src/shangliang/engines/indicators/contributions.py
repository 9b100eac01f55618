"""Contributions: which county, which sector pulled, in percentage points that sum to the whole.

The growth of a whole is Σ share × growth of the parts, shares being those of the base period. So the
gap to a benchmark is Σ share × (growth − benchmark). What published figures leave over is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Cell:
    """One part: its keys (county, or county and sector), its base amount, its growth in per cent."""

    keys: tuple[str, ...]
    base: Decimal
    rate: Decimal | None


@dataclass(frozen=True)
class Contribution:
    """``share`` of the base in per cent, ``points`` of the gap (below zero: drags)."""

    keys: tuple[str, ...]
    share: Decimal
    rate: Decimal
    points: Decimal


@dataclass(frozen=True)
class Decomposition:
    """``total`` = Σ points + ``unexplained``, exactly."""

    total: Decimal
    benchmark: Decimal
    parts: tuple[Contribution, ...]
    unexplained: Decimal
    missing: tuple[tuple[str, ...], ...] = ()

    def draggers(self, most: int = 3) -> list[Contribution]:
        """The parts that pull down most."""
        return sorted((p for p in self.parts if p.points < 0), key=lambda p: p.points)[:most]

    def by(self, level: int) -> dict[str, Decimal]:
        """Points summed over the other keys: by county (0) or by sector (1)."""
        out: dict[str, Decimal] = {}
        for part in self.parts:
            out[part.keys[level]] = out.get(part.keys[level], Decimal(0)) + part.points
        return out


def decompose(
    cells: Sequence[Cell], benchmark: Decimal = Decimal(0), published: Decimal | None = None
) -> Decomposition:
    """Split growth minus ``benchmark`` (0: growth itself) into its parts.

    ``published``: the whole's growth as the bureau gives it; else it is computed. Parts without a
    figure stay in the base and fall into what is unexplained. Raises ValueError without a base.
    """
    if any(cell.base < 0 for cell in cells):
        raise ValueError("基期总量不能是负的。")
    base = sum((cell.base for cell in cells), Decimal(0))
    if base <= 0:
        raise ValueError("没有基期总量，算不出各部分的份额。")
    parts: list[Contribution] = []
    missing: list[tuple[str, ...]] = []
    for cell in cells:
        if cell.rate is None:
            missing.append(cell.keys)
            continue
        share = cell.base / base
        parts.append(
            Contribution(cell.keys, share * HUNDRED, cell.rate, share * (cell.rate - benchmark))
        )
    explained = sum((p.points for p in parts), Decimal(0))
    total = explained if published is None else published - benchmark
    return Decomposition(total, benchmark, tuple(parts), total - explained, tuple(missing))


@dataclass(frozen=True)
class ShiftShare:
    """The gap as mix (having much of what grows slowly) and pace (growing slower in the same sector)."""

    mix: dict[str, Decimal]
    pace: dict[str, Decimal]

    @property
    def total(self) -> Decimal:
        return sum(self.mix.values(), Decimal(0)) + sum(self.pace.values(), Decimal(0))


def shift_share(own: Iterable[Cell], benchmark: Iterable[Cell]) -> ShiftShare:
    """Compare one economy with another sector by sector; keys name the sector first.

    mix + pace is exactly the gap of the two growth rates. Sectors must be the same on both sides.
    """
    mine, theirs = ({c.keys[0]: c for c in side} for side in (own, benchmark))
    if mine.keys() != theirs.keys() or any(
        c.rate is None for c in (*mine.values(), *theirs.values())
    ):
        raise ValueError("两边的行业要一样，并且每个行业都有增速。")
    ours = sum((c.base for c in mine.values()), Decimal(0))
    whole = sum((c.base for c in theirs.values()), Decimal(0))
    if ours <= 0 or whole <= 0:
        raise ValueError("没有基期总量，算不出份额。")
    overall = sum((c.base / whole * (c.rate or 0) for c in theirs.values()), Decimal(0))
    mix, pace = {}, {}
    for sector, cell in mine.items():
        other = theirs[sector]
        share, share_there = cell.base / ours, other.base / whole
        rate, rate_there = cell.rate or Decimal(0), other.rate or Decimal(0)
        mix[sector] = (share - share_there) * (rate_there - overall)
        pace[sector] = share * (rate - rate_there)
    return ShiftShare(mix, pace)
