"""The table of weights, and what of it does not belong to the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ..analysis import CITY, PROVINCE
from ..cell import read_cell
from ..doubts import Figure
from ..flags import Flag, flag
from ..grid import LONG, words
from .files import LOOK_FOR_HEAD, Line, Unreadable

Weights = dict[str, dict[str, Decimal]]
HEADS = {
    "region": LONG["region"],
    "indicator": LONG["indicator"],
    "weight": {"weight", "权数", "权重", "share", "比重", "占比", "份额", "base", "基期总量", "上年总量"},
}  # fmt: skip


def read_weights(lines: list[Line]) -> Weights:
    """{indicator or "" for all: {region: weight}}. Rows of the whole city or province are no parts."""
    at: dict[str, int | None] = {}
    top = 0
    for index, line in enumerate(lines[:LOOK_FOR_HEAD]):
        said = [words(w).lower() for w in line.cells]
        at = {k: next((i for i, w in enumerate(said) if w in v), None) for k, v in HEADS.items()}
        if at["region"] is not None and at["weight"] is not None:
            top = index
            break
    region_at, weight_at, indicator_at = (at.get(k) for k in ("region", "weight", "indicator"))
    if region_at is None or weight_at is None:
        raise Unreadable("权数表应有 region,weight 两列（可加 indicator）。")
    out: Weights = {}
    for line in lines[top + 1 :]:
        cells = line.cells + [""] * len(lines[top].cells)
        region = words(cells[region_at])
        name = words(cells[indicator_at]) if indicator_at is not None else ""
        if region in CITY or region in PROVINCE:
            continue
        if not region:
            raise Unreadable(f"权数表第{line.number}行没有写地区。")
        read = read_cell(cells[weight_at])
        if read.value is None or not read.readable:
            raise Unreadable(f"权数表第{line.number}行“{cells[weight_at]}”不是一个数。")
        mine = out.setdefault(name, {})
        if region in mine:
            raise Unreadable(f"权数表里{region}{f'的{name}' if name else ''}出现了两次。")
        mine[region] = read.value
    if not out:
        raise Unreadable("权数表里没有一个权数。")
    return out


def beside_table(weights: Mapping[str, Mapping[str, Decimal]], figures: Sequence[Figure]) -> list[Flag]:  # fmt: skip
    """Weights of regions or indicators that the figures do not name: said, since they change every other part."""
    named: dict[str, set[str]] = {}
    for one in figures:
        named.setdefault(one.indicator, set()).add(one.region)
    everybody = set().union(*named.values()) if named else set()
    found: list[Flag] = []
    for name, row in weights.items():
        if name and name not in named:
            found.append(flag("weight_extra", f"权数表里的指标“{name}”指标表里没有，没有用上。").at(indicator=name))  # fmt: skip
            continue
        if extra := [r for r in row if r not in (named[name] if name else everybody)]:
            found.append(flag("weight_extra", f"权数表里的{'、'.join(extra[:6])}指标表里没有，平均只按有数的地区算，请核对地区名。").at(indicator=name))  # fmt: skip
    return found
