"""Tables set as plain text: columns parted by tabs, bars or wide blanks under one head.

A row of a place ("江岸县 120.5 6.1") gives the measures of the head; a row of a measure ("用电量 12.8 3.3")
gives that measure's level and change. Units come from the head's brackets, a column 单位, a line
"单位：亿元" above, or the cell itself; where none is printed the unit stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .regions import regions_in
from .source import Source

_PART = re.compile(r"[ \u3000]*[\t｜|│]+[ \u3000]*|[ \u3000]{2,}")
_VALUE = re.compile(
    r"(?P<sign>[-－−+]?)(?P<figure>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?)(?P<unit>[%％‰]|[\u4e00-\u9fff]{1,4})?"
)
_EMPTY = re.compile(r"[-—–/／…]{0,3}")
_BRACKET = re.compile(r"[（(](?P<unit>[^（）()\d]{1,8}|[^（）()]{0,3}/[^（）()]{1,4})[）)]")
_ABOVE = re.compile(r"单位[:：](?P<unit>[\u4e00-\u9fff%％/]{1,6})")
_CHANGE = re.compile(
    r"^(?:同比|环比|比上年(?:同期)?|较上年(?:同期)?)?(?:±|增减|增长|增幅|增速|增长率|变化)?$"
)
_PERIOD = re.compile(r"(?:19|20)\d\d年(?:底|末|\d{1,2}月)?|上半年|下半年|[一二三四]季度|前三季度|全年|上年(?:同期)?|去年(?:同期)?|本[年月期季]|累计|\d{1,2}[-—]\d{1,2}月")  # fmt: skip
_LEVEL = re.compile(
    r"^(?:绝对[数值量额]|总量|数值|数量|完成(?:数|值|额|情况)?|实际(?:数|完成)?|指标值|金额)?$"
)
_PLACES = re.compile(
    r"(?:县市?区|区县|地区|区域|乡镇|镇街|街道|市州|村|名称|单位名称|责任单位|园区)$"
)
MOST_COLUMNS = 24


@dataclass(frozen=True)
class Cell:
    """One figure of a table, on a 0-based source line."""

    line: int
    region: str
    indicator: str
    value: float
    unit: str
    period: str
    change: bool


@dataclass(frozen=True)
class Grid:
    """A table: the 0-based line of its head, its rows, and what its cells say."""

    head: int
    rows: tuple[int, ...]
    cells: tuple[Cell, ...]


def _cells(line: str) -> list[str]:
    if len(line) > 400:
        return []
    return [part.strip() for part in _PART.split(line.strip().strip("｜|│").strip())]


def _is_row(cells: list[str], width: int) -> bool:
    if len(cells) != width or not re.search(r"[\u4e00-\u9fffA-Za-z]", cells[0]):
        return False
    values = [bool(_VALUE.fullmatch(cell)) for cell in cells[1:]]
    return all(
        value or _EMPTY.fullmatch(cell) or (rank == 0 and width > 2)
        for rank, (value, cell) in enumerate(zip(values, cells[1:], strict=True))
    )


@lru_cache(maxsize=4)
def _grids(lines: tuple[str, ...]) -> tuple[Grid, ...]:
    out: list[Grid] = []
    rank = 0
    while rank < len(lines):
        head = _cells(lines[rank])
        if not 2 <= len(head) <= MOST_COLUMNS or any(_VALUE.fullmatch(cell) for cell in head):
            rank += 1
            continue
        rows: list[tuple[int, list[str]]] = []
        at = rank + 1
        while at < len(lines):
            cells = _cells(lines[at])
            if _is_row(cells, len(head)):
                rows.append((at, cells))
            elif lines[at].strip(" \t\u3000｜|│-—+:"):
                break
            at += 1
        valued = sum(any(map(_VALUE.fullmatch, cells[1:])) for _, cells in rows)
        if valued >= 2:
            above = _ABOVE.search(lines[rank - 1]) if rank else None
            unit = above["unit"] if above else ""
            found = tuple(cell for row in rows for cell in _read(head, row, unit))
            out.append(Grid(rank, tuple(line for line, _ in rows), found))
        if len(rows) >= 2:
            rank = rows[-1][0]
        rank += 1
    return tuple(out)


def grids_in(source: Source) -> tuple[Grid, ...]:
    """The tables of a file, each with at least two rows."""
    return _grids(source.lines)


@lru_cache(maxsize=4)
def _by_line(lines: tuple[str, ...]) -> dict[int, tuple[Cell, ...]]:
    told: dict[int, list[Cell]] = {}
    for grid in _grids(lines):
        told[grid.head] = []
        told.update({row: [] for row in grid.rows})
        for cell in grid.cells:
            told[cell.line].append(cell)
    return {line: tuple(cells) for line, cells in told.items()}


def by_line(source: Source) -> dict[int, tuple[Cell, ...]]:
    """The cells of each 0-based line of a table; a head has none of its own."""
    return _by_line(source.lines)


def _read(head: list[str], row: tuple[int, list[str]], above: str) -> Iterator[Cell]:
    line, cells = row
    label = _BRACKET.sub("", cells[0]).strip()
    own = _BRACKET.search(cells[0])
    places = regions_in(label)
    whole = len(places) == 1 and places[0].end == len(label)
    place = label if whole or _PLACES.search(head[0]) else ""
    unit_column = next(
        (n for n, name in enumerate(head) if re.fullmatch(r"(?:计量)?单\s*位", name)), 0
    )
    measure = "" if place else label
    for rank, cell in enumerate(cells[1:], start=1):
        value = _VALUE.fullmatch(cell)
        if rank == unit_column or value is None:
            continue
        named = _BRACKET.search(head[rank])
        name = _BRACKET.sub("", head[rank]).strip()
        period = _PERIOD.search(name)
        bare = _PERIOD.sub("", name).strip()
        change = bool(_CHANGE.fullmatch(bare)) and (
            bool(bare) or bool(named and named["unit"] in "%％")
        )
        if place and not change and not _LEVEL.fullmatch(bare):
            measure = bare
        if place or change or _LEVEL.fullmatch(bare):
            indicator = measure or name
        else:
            indicator = label + bare  # "一般公共预算收入" under "完成率"
        stated = (
            (own["unit"] if own else "") or (cells[unit_column] if unit_column else "") or above
        )
        unit = value["unit"] or (named["unit"] if named else "") or ("" if change else stated)
        figure = float(re.sub("[,，]", "", value["figure"]))
        signed = -figure if value["sign"] in ("-", "－", "−") and value["sign"] else figure
        yield Cell(
            line,
            place,
            indicator,
            signed,
            unit.replace("％", "%"),
            period.group() if period else "",
            change,
        )
