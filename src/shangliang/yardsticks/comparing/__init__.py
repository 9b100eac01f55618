"""The comparison of regions in one period: table, ranks, means, gaps, trend. A fixed number of questions."""

from __future__ import annotations

from typing import Any

from ...engines.indicators.definition import Direction, distance
from ...engines.indicators.periods import of_code
from ...procedures.seat import Seat
from ..models import Region, Yardstick
from ..queries import yardsticks
from .around import set_conflicts, set_gaps, set_index, set_notes, set_trend
from .columns import chosen_columns, column_of, opening_period, periods_of, readings_of
from .old import set_old
from .shape import Column, Comparison, GapRow, number_of, shown, signed
from .table import set_lines

__all__ = [
    "Column",
    "Comparison",
    "GapRow",
    "compare",
    "number_of",
    "opening_period",
    "periods_of",
    "shown",
    "signed",
]


def compare(seat: Seat, asked: Any, brief: bool = False) -> Comparison | None:
    """The comparison an address asks for; None when there is nothing to compare yet.

    ``brief``: columns with their figures, ranks and means only, for a page that draws one of them.
    """
    every = list(yardsticks(seat).filter(kind__in=["indicator", "index"]))
    indicators = [r for r in every if r.kind == Yardstick.Kind.INDICATOR and r.valid_to is None]
    counted = periods_of(seat, indicators)
    codes = [code for code, _ in counted]
    regions = list(Region.objects.filter(committee_id=seat.committee_id))
    if not codes or not regions:
        return None
    wanted = asked.get("period")
    period = of_code(wanted if wanted in codes else opening_period(counted))
    index = next((r for r in every if r.kind == Yardstick.Kind.INDEX), None)
    chosen = chosen_columns(indicators, asked, index)
    counties = [
        r
        for r in regions
        if r.level == Region.Level.COUNTY and not (r.until and r.until < period.ends)
    ]
    me = own_region(seat, counties, number_of(asked.get("me", "")))
    by_id = {r.pk: r for r in regions}
    table = readings_of(seat, every, chosen, index, period)
    columns = [column_of(y, period, table, regions, by_id) for y in chosen]
    found = Comparison(
        period, [of_code(c) for c in codes], columns, [], [], counties, me, None, [], None, {}, [],
        [], [], [], sorted({r.group for r in indicators if r.group}), [],
        ended=[r for r in regions if r.until and r.until < period.ends],
    )  # fmt: skip
    set_index(found, every, index, table, counties)
    if me is not None and me.speaks_id not in seat.units and not asked.get("me"):
        found.me = me = furthest_behind(found, counties) or me
    found.peer = best_peer(found, counties, number_of(asked.get("peer", "")), me)
    if not brief:
        set_lines(found, regions, table)
        set_old(seat, found)
        set_notes(seat, found, table)
        set_gaps(seat, found, by_id)
    focus = number_of(asked.get("c", ""))
    behind = min(
        (g for g in found.gap_rows if g.to_city is not None),
        key=lambda g: g.to_city or 0,
        default=None,
    )
    found.focus = next((c for c in columns if c.yardstick.pk == focus), None) or (
        behind.column if behind else columns[0] if columns else None
    )
    if not brief:
        set_trend(seat, found, codes, regions)
        set_conflicts(found, every, table, counties)
    return found


def own_region(seat: Seat, counties: list[Region], asked: int | None) -> Region | None:
    """The one asked for, the one the seat speaks for, the first."""
    by_id = {r.pk: r for r in counties}
    if asked in by_id:
        return by_id[asked]
    mine = next((r for r in counties if r.speaks_id in seat.units), None)
    return mine or (counties[0] if counties else None)


def furthest_behind(found: Comparison, counties: list[Region]) -> Region | None:
    """Whom an office looks at first: the last by the index, else who is behind the city most often."""
    by_id = {r.pk: r for r in counties}
    if found.index and found.index.ranks:
        last = max(found.index.ranks.items(), key=lambda kv: kv[1].place)[0]
        return by_id.get(int(last))
    behind: dict[int, int] = {}
    for column in found.columns:
        for pk, value in column.figures.items():
            if (
                value is not None
                and column.city is not None
                and column.direction is not Direction.NONE
            ):
                behind[pk] = behind.get(pk, 0) + (
                    distance(value, column.city, column.direction) < 0
                )
    return by_id.get(max(behind, key=lambda pk: behind[pk])) if behind else None


def best_peer(
    found: Comparison, counties: list[Region], asked: int | None, me: Region | None
) -> Region | None:
    """The one asked for; else the first of the index; else who is first most often."""
    by_id = {r.pk: r for r in counties if not me or r.pk != me.pk}
    if asked in by_id:
        return by_id[asked]
    if found.index and found.index.ranks:
        order = sorted(found.index.ranks.items(), key=lambda kv: kv[1].place)
        first = next((int(k) for k, _ in order if int(k) in by_id), None)
        if first is not None:
            return by_id[first]
    firsts = [c.best for c in found.columns if c.best in by_id]
    most = max(set(firsts), key=firsts.count, default=None)
    return by_id.get(most) if most is not None else None
