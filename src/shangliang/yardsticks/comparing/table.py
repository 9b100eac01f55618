"""Rows of the table: counties, then city and province."""

from __future__ import annotations

from ...engines.indicators.definition import Direction, distance
from ...engines.indicators.periods import Period
from ...engines.indicators.ranks import moved
from ..models import Region
from .columns import BACKGROUND, Values
from .shape import Cell, Column, Comparison, Line, shown

MARKS = {"missing": "缺", "none": "不考核", "hidden": "不公布"}


def set_lines(found: Comparison, regions: list[Region], table: Values) -> None:
    """Rows of the table: counties, then city and province."""
    for region in found.regions:
        cells = [cell_of(c, region, found.period, table) for c in found.columns]
        found.lines.append(Line(region, cells, found.me is not None and region.pk == found.me.pk))
    for region in regions:
        if region.level in BACKGROUND:
            cells = []
            for column in found.columns:
                value = column.city if region.level == "city" else column.province
                got = table.get((column.yardstick.pk, found.period.code), {}).get(region.pk)
                cells.append(
                    Cell(
                        got[0] if got else None, value, text=shown(value, column.yardstick.decimals)
                    )
                )
            found.background.append(Line(region, cells))


def cell_of(column: Column, region: Region, period: Period, table: Values) -> Cell:
    """One county's figure in one column."""
    got = table.get((column.yardstick.pk, period.code), {}).get(region.pk)
    if got is None:
        return Cell(words="缺")
    pk, value, mark = got
    if value is None:
        return Cell(pk, mark=mark, words=MARKS.get(mark, "缺"))
    rank = column.ranks.get(region.pk)
    to_city = None
    if (
        column.city is not None
        and column.direction is not Direction.NONE
        and column.yardstick.shape != "level"
    ):
        to_city = distance(value, column.city, column.direction)
    return Cell(
        pk, value, rank=rank, to_city=to_city, last_year=column.then.get(region.pk),
        change=moved(rank, column.ranks_then.get(region.pk)),
        text=shown(value, column.yardstick.decimals),
    )  # fmt: skip
