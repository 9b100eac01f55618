"""Composite indices with open weights: every part shown, and whether the rank rests on the weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .definition import Direction
from .means import check_weights
from .ranks import Rank, ranks

HUNDRED = Decimal(100)
PLACES = Decimal("0.000001")


@dataclass(frozen=True)
class Part:
    """One component: its weight (of all: 1), and which way is good."""

    code: str
    weight: Decimal
    direction: Direction = Direction.HIGHER
    name: str = ""


@dataclass(frozen=True)
class Score:
    """One region's total of 100 and what each part gave; ``missing`` parts gave nothing to go by."""

    total: Decimal | None
    points: dict[str, Decimal]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Index:
    """The whole table of an index."""

    parts: tuple[Part, ...]
    scaled: dict[str, dict[str, Decimal]]
    scores: dict[str, Score]
    ranks: dict[str, Rank]


class IndexRefused(ValueError):
    """The index is not well defined; ``str()`` says why."""


def scale(figures: Mapping[str, Decimal | None], direction: Direction) -> dict[str, Decimal]:
    """The best of this period is 100, the worst 0; when all are equal everybody has 100."""
    if direction is Direction.NONE:
        raise IndexRefused("不比高低的指标不能进综合指数。")
    known = {key: value for key, value in figures.items() if value is not None}
    if not known:
        return {}
    low, high = min(known.values()), max(known.values())
    if low == high:
        return dict.fromkeys(known, HUNDRED)
    up = {key: (value - low) / (high - low) * HUNDRED for key, value in known.items()}
    return up if direction is Direction.HIGHER else {k: HUNDRED - v for k, v in up.items()}


def compose(parts: Sequence[Part], figures: Mapping[str, Mapping[str, Decimal | None]]) -> Index:
    """``figures``: {indicator: {region: value}}. A region that lacks a part has no total and no rank.

    Raises :class:`IndexRefused` when the weights do not sum to one or a part is named twice.
    """
    if not parts:
        raise IndexRefused("综合指数至少要有一个指标。")
    if len({p.code for p in parts}) != len(parts):
        raise IndexRefused("同一个指标在综合指数里出现了两次。")
    if said := check_weights({p.name or p.code: p.weight for p in parts}):
        raise IndexRefused(said)
    whole = sum((p.weight for p in parts), Decimal(0))
    weights = {p.code: p.weight / whole for p in parts}
    scaled = {p.code: scale(figures.get(p.code, {}), p.direction) for p in parts}
    regions = list(dict.fromkeys(r for p in parts for r in figures.get(p.code, {})))
    scores: dict[str, Score] = {}
    for region in regions:
        points = {
            code: scaled[code][region] * weight
            for code, weight in weights.items()
            if region in scaled[code]
        }
        missing = tuple(code for code in weights if code not in points)
        total = None if missing else sum(points.values(), Decimal(0)).quantize(PLACES)
        scores[region] = Score(total, points, missing)
    order = ranks({r: s.total for r, s in scores.items()}, Direction.HIGHER)
    return Index(tuple(parts), scaled, scores, order)


@dataclass(frozen=True)
class Shift:
    """With ``code``'s weight moved by ``by`` (0.2: a fifth up), ``region`` goes from one rank to another."""

    code: str
    by: Decimal
    region: str
    before: int
    after: int


@dataclass(frozen=True)
class Sensitivity:
    """Which ranks rest on the weights alone."""

    shifts: tuple[Shift, ...]
    tried: int
    regions: int

    @property
    def moved(self) -> set[str]:
        return {s.region for s in self.shifts}

    @property
    def range(self) -> dict[str, tuple[int, int]]:
        """Best and worst rank of each region that moves."""
        out: dict[str, tuple[int, int]] = {}
        for s in self.shifts:
            best, worst = out.get(s.region, (s.before, s.before))
            out[s.region] = (min(best, s.after), max(worst, s.after))
        return out

    def words(self) -> str:
        if not self.regions:
            return "没有一个地区各项都有数，不给综合分，也没有位次可比。"
        if not self.shifts:
            return f"任一权重上下动20%，{self.regions}个地区的位次都不变。"
        return f"任一权重上下动20%，{self.regions}个地区中有{len(self.moved)}个的位次会变，这些位次只是权重定的，不宜据此下结论。"


def sensitivity(index: Index, by: Decimal = Decimal("0.2")) -> Sensitivity:
    """Each weight a fifth up and a fifth down, the others shrunk or grown in proportion."""
    whole = sum((p.weight for p in index.parts), Decimal(0))
    totals = {r: s.total for r, s in index.scores.items() if s.total is not None}
    shifts: list[Shift] = []
    for part in index.parts:
        weight = part.weight / whole
        for change in (by, -by):
            moved: dict[str, Decimal | None] = {}
            scaled = index.scaled[part.code]
            # The moved total is (total + change·points) ÷ (1 + change·weight): same order without ÷.
            for region, total in totals.items():
                moved[region] = (total + change * weight * scaled[region]).quantize(PLACES)
            after = ranks(moved, Direction.HIGHER)
            for region, rank in after.items():
                before = index.ranks[region].place
                if rank.place != before:
                    shifts.append(Shift(part.code, change, region, before, rank.place))
    return Sensitivity(tuple(shifts), 2 * len(index.parts), len(totals))


def with_value(
    index_figures: Mapping[str, Mapping[str, Decimal | None]],
    code: str,
    region: str,
    value: Decimal,
) -> dict[str, dict[str, Decimal | None]]:
    """The same figures with one moved, for a what-if; the originals stay as they are."""  # fmt: skip
    moved = {key: dict(row) for key, row in index_figures.items()}
    moved.setdefault(code, {})[region] = value
    return moved
