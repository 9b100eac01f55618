"""What-if on the comparison page: the index with some figures moved; nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from ..engines.indicators.index import Sensitivity, compose, sensitivity, with_value
from .comparing import Comparison, shown


@dataclass
class LeverRow:
    """One part of the index: its figure now and as moved."""

    code: str
    name: str
    unit: str
    now: str
    then: str
    low: str
    high: str
    moved: bool
    value: str


@dataclass
class Panel:
    """如果这样，会怎样."""

    levers: list[LeverRow]
    parts: list[tuple[str, str, str]]
    total: str
    total_then: str
    rank: str
    rank_then: str
    reach: str
    words: str
    shifts: list[tuple[str, int, int]]
    problem: str = ""


def panel(found: Comparison, asked: Any, units: dict[str, tuple[str, str, int]]) -> Panel | None:
    """``asked``: the address's query, ``x_<code>`` moves a figure. ``units``: code -> (name, unit, places)."""
    index, me = found.index, found.me
    if index is None or me is None:
        return None
    key = str(me.pk)
    score = index.scores.get(key)
    figures = found.index_figures
    problem, moved_any = "", False
    levers = []
    for part in index.parts:
        name, unit, places = units[part.code]
        now = figures.get(part.code, {}).get(key)
        known = [v for v in figures.get(part.code, {}).values() if v is not None]
        said = asked.get(f"x_{part.code}", "").strip()[:12]
        then = now
        if said:
            try:
                then = Decimal(said.replace("−", "-"))
                if not then.is_finite() or abs(then) > Decimal(10) ** 12:
                    raise InvalidOperation
            except InvalidOperation:
                problem, then = f"“{said}”不是一个数，没有算进去。", now
        moved = then is not None and then != now
        if moved and then is not None:
            figures = with_value(figures, part.code, key, then)
            moved_any = True
        low = min([*known, then or Decimal(0)], default=Decimal(0))
        high = max([*known, then or Decimal(0)], default=Decimal(0))
        levers.append(
            LeverRow(
                part.code, name, unit, shown(now, places), shown(then, places),
                f"{low - 1:.1f}", f"{high + 1:.1f}", moved, "" if then is None else f"{then:.{places}f}",
            )
        )  # fmt: skip
    after = compose(index.parts, figures) if moved_any else index
    there = after.scores.get(key)
    said = sensitivity(after)
    names = {str(r.pk): str(r) for r in found.regions}
    rows = []
    for part in index.parts:
        point = there.points.get(part.code) if there else None
        rows.append((units[part.code][0], f"{part.weight * 100:.0f}%", shown(point)))
    rank, rank_then = index.ranks.get(key), after.ranks.get(key)
    return Panel(
        levers, rows, shown(score.total if score else None), shown(there.total if there else None),
        str(rank.place) if rank else "—", str(rank_then.place) if rank_then else "—",
        reach(found, units), said.words(),
        ranges(said, names), problem,
    )  # fmt: skip


def ranges(said: Sensitivity, names: dict[str, str]) -> list[tuple[str, int, int]]:
    """Which regions move between which ranks."""
    return [
        (names.get(r, r), low, high)
        for r, (low, high) in sorted(said.range.items(), key=lambda kv: kv[1])
    ]


def reach(found: Comparison, units: dict[str, tuple[str, str, int]]) -> str:
    """How far the weakest part would have to come for one rank more, others unchanged."""
    index, me = found.index, found.me
    if index is None or me is None:
        return ""
    key = str(me.pk)
    score, rank = index.scores.get(key), index.ranks.get(key)
    if score is None or score.total is None or rank is None or rank.place == 1:
        return ""
    weakest = min(index.parts, key=lambda p: score.points.get(p.code, Decimal(0)) / p.weight)
    ahead = [
        s.total for s in index.scores.values() if s.total is not None and s.total > score.total
    ]
    target = min(ahead)
    scaled = score.points[weakest.code] / weakest.weight + (target - score.total) / weakest.weight
    known = [v for v in found.index_figures[weakest.code].values() if v is not None]
    low, high = min(known), max(known)
    name, unit, places = units[weakest.code]
    if scaled > 100 or high == low:
        return f"只靠{name}升不了一位"
    step = Decimal(10) ** -places
    share = scaled / 100
    need = (
        high - share * (high - low) if weakest.direction == "lower" else low + share * (high - low)
    )
    need = need.quantize(
        step, rounding="ROUND_DOWN" if weakest.direction == "lower" else "ROUND_UP"
    )
    return f"别县不动，{name}到{shown(need, places)}{unit}即可追平前一位"
