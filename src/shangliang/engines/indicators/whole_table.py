"""Doubts that show when a whole table is at hand: beside other regions, amounts, earlier periods, directions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from .definition import Definition, Direction, Shape
from .doubts import Figure, beside_history, shifted_columns
from .flags import Flag, flag
from .periods import of_code
from .suspicions import beside_peers, lost_minus

CITY = ("全市", "市级", "全市合计", "全市平均", "合计", "city", "total")
PROVINCE = ("全省", "全省平均", "province")


def turned_ways(ways: Mapping[tuple[str, str], Direction]) -> list[Flag]:
    """An indicator that is good the other way from some period on: ranks before and after do not compare."""
    found: list[Flag] = []
    last: dict[str, tuple[str, Direction]] = {}
    for (name, period), way in sorted(ways.items(), key=lambda kv: of_code(kv[0][1]).ends):
        if name in last and last[name][1] is not way:
            found.append(
                flag("direction_changed", f"“{name}”从{last[name][0]}到{period}高低方向变了，各期按各期的方向排，前后不比位次。")
                .at(indicator=name, period=period)
            )  # fmt: skip
        last[name] = (period, way)
    return found


def beside_columns(
    tables: Mapping[tuple[str, str], Mapping[str, Decimal | None]],
    known: Mapping[str, Definition],
) -> list[Flag]:
    """Each column beside its own regions, and each rate beside the amounts it is the growth of."""
    flags: list[Flag] = []
    for (name, period), row in tables.items():
        definition = known[name]
        flags += beside_peers(definition, period, {r: v for r, v in row.items() if r not in CITY and r not in PROVINCE})  # fmt: skip
        level = known.get(name.removesuffix("增速"))
        if definition.shape is Shape.RATE and level and level.code != name:
            then = tables.get((level.code, of_code(period).last_year().code), {})
            flags += lost_minus(definition, level, period, row, tables.get((level.code, period), {}), then)  # fmt: skip
    return flags


def beside_past(
    tables: Mapping[tuple[str, str], Mapping[str, Decimal | None]],
    known: Mapping[str, Definition],
    doubted: set[tuple[str, str, str]],
) -> list[Flag]:
    """Units and columns beside the periods before; a figure already in doubt is no measure for later ones."""
    flags: list[Flag] = []
    periods: dict[str, list[str]] = {}
    for name, period in tables:
        periods.setdefault(name, []).append(period)
    for name, codes in periods.items():
        past: dict[str, list[Decimal]] = {}
        for period in sorted(codes):
            sound: dict[str, Decimal] = {}
            for region, value in tables[name, period].items():
                if value is None or (region, name, period) in doubted:
                    continue
                said = beside_history(
                    Figure(region, name, period, value), value, past.get(region, ()), known[name]
                )
                flags.extend(said)
                if not any(f.stops for f in said):
                    sound[region] = value
            for region, value in sound.items():
                past.setdefault(region, []).append(value)
    for period in sorted({p for _, p in tables}):
        before = period_before(period)
        now = {n: row for (n, p), row in tables.items() if p == period}
        then = {n: row for (n, p), row in tables.items() if p == before}
        if len(now) >= 2 and then:
            flags.extend(f.at(period=period) for f in shifted_columns(now, then))
    return flags


def period_before(code: str) -> str:
    try:
        return of_code(code).before().code
    except ValueError:
        return ""
