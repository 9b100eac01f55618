"""A bureau's sheet as rows of cells → figures: title, unit, merged heads, notes, layout.

Two layouts are seen here: long (region, indicator, period, value, unit a row) and wide (a region a row, an
indicator a column, the period in the title). Which heads are regions or periods only the office's own names tell.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .cell import read_cell
from .periods import Period, parse
from .units import known

Row = Sequence[object]
REGION_HEADS = {
    "地区",
    "县区",
    "县（市、区）",
    "县(市、区)",
    "单位",
    "县市区",
    "区县",
    "名称",
    "region",
    "地 区",
    "市县",
}
LONG = {
    "region": {"region", "地区", "县区", "县（市、区）", "县(市、区)", "县市区"},
    "indicator": {"indicator", "指标", "指标名称", "指标代码"},
    "period": {"period", "期间", "时期", "时间", "报告期"},
    "value": {"value", "数值", "数据", "值"},
    "unit": {"unit", "单位", "计量单位"},
}  # fmt: skip
_UNIT = re.compile(r"(?:计量)?单位[:：]?\s*([^）)\n]{1,30})")
HEAD_UNIT = re.compile(r"[（(]\s*([^（）()]{1,8})\s*[）)]\s*$")
# Doubts of a cell that was meant as a figure; any other unreadable cell may be a head.
NO_WORDS = {"formula_cell", "formula_error", "date_as_number", "brackets", "triangle", "separator"}
_NOTE = re.compile(r"^\s*(?:注|说明|备注|附注|数据来源|资料来源|制表|填报|来源)\s*[:：\d]?")
_RATE_HEAD = re.compile(r"同比|增长|增速|±|增幅|比上年")
_RANK_HEAD = re.compile(r"位次|排名|排位|名次")


@dataclass
class Head:
    """One column: its name (merged heads joined), the unit it names, and what it holds."""

    at: int
    name: str
    unit: str = ""
    kind: str = "value"  # value | rate | rank | region | skip


@dataclass
class SheetRead:
    """A sheet understood as far as it can be without knowing the office's indicators."""

    layout: str
    title: str = ""
    period: Period | None = None
    units: tuple[str, ...] = ()
    heads: list[Head] = field(default_factory=list)
    rows: list[list[object]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    region_at: int = 0

    @property
    def print(self) -> str:
        """The same for every sheet of this shape, whatever its figures and its period."""
        said = "|".join([self.layout, *(f"{h.name}/{h.unit}/{h.kind}" for h in self.heads)])
        return hashlib.sha256(
            re.sub(r"\d{4}年?|[1-9]\d?[-—]?\d*月|[一二三四前]+季度|[上下]半年", "", said).encode()
        ).hexdigest()[:32]


class SheetRefused(ValueError):
    """No table can be seen; ``str()`` says what is missing."""


def words(cell: object) -> str:
    """A cell's text without its spaces."""
    return re.sub(r"\s+", "", str(cell)) if cell is not None else ""


def read_sheet(grid: Sequence[Row], merged: Sequence[tuple[int, int, int, int]] = ()) -> SheetRead:
    """``merged``: (top, left, bottom, right) from 0; their heads are repeated over what they span."""
    rows = [list(row) for row in grid]
    for top, left, bottom, right in merged:
        if top < len(rows) and left < len(rows[top]):
            for y in range(top, min(bottom, len(rows) - 1) + 1):
                for x in range(left, min(right, len(rows[y]) - 1) + 1):
                    if words(rows[y][x]) == "":
                        rows[y][x] = rows[top][left]
    numbered = [(n, row) for n, row in enumerate(rows, 1) if any(words(c) for c in row)]
    if not numbered:
        raise SheetRefused("表是空的。")
    if long := _long(numbered):
        return long
    return _table(numbered)


def _long(numbered: list[tuple[int, list[object]]]) -> SheetRead | None:
    for index, (_, row) in enumerate(numbered[:5]):
        said = [words(c).lower() for c in row]
        places: dict[str, int] = {}
        for key, names in LONG.items():
            at = next(
                (i for i, w in enumerate(said) if w in names and i not in places.values()), None
            )
            if at is not None:
                places[key] = at
        if {"region", "indicator", "period", "value"} <= places.keys():
            heads = [Head(at, key, kind=key) for key, at in places.items()]
            body = numbered[index + 1 :]
            return SheetRead(
                "long", heads=heads, rows=[r for _, r in body], numbers=[n for n, _ in body]
            )
    return None


def _numeric(row: Row) -> int:
    """How many cells of a row hold a figure or are marked missing by a dash."""
    found = 0
    for cell in row[1:]:
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            found += 1
        elif words(cell):
            read = read_cell(cell)
            broken = any(f.code in NO_WORDS for f in read.flags)
            found += read.value is not None or bool(read.mark) or broken
    return found


def _table(numbered: list[tuple[int, list[object]]]) -> SheetRead:
    first = next(
        (i for i, (_, row) in enumerate(numbered) if words(row[0]) and _numeric(row) >= 1 and not _looks_head(row)),
        None,
    )  # fmt: skip
    if first is None:
        raise SheetRefused("没有找到数据行：第一列应是地区或指标，后面是数。")
    top: list[list[object]] = []
    title: list[str] = []
    for _, row in numbered[:first]:
        filled = [words(c) for c in row if words(c)]
        alone = len(set(filled)) == 1 and words(row[0]) not in REGION_HEADS
        unit_line = (
            any(_UNIT.search(w) and w not in REGION_HEADS for w in filled) and len(set(filled)) <= 2
        )
        if not top and (alone or unit_line):
            title.extend(dict.fromkeys(str(c).strip() for c in row if words(c)))
        else:
            top.append(row)
    if not top:
        raise SheetRefused("没有找到表头：数据上面应有一行写各列是什么。")
    body, notes = [], []
    for number, row in numbered[first:]:
        filled = [str(c).strip() for c in row if words(c)]
        if _NOTE.match(filled[0]) and len(filled) <= 2 or len(filled) == 1 and len(filled[0]) > 12:
            notes.extend(filled)
        else:
            body.append((number, row))
    width = max(len(row) for _, row in body)
    units = _units(" ".join(title))
    heads = _heads(top, width, units)
    words_of_title = " ".join(title)
    return SheetRead(
        "wide", words_of_title[:200], parse(words_of_title), units, heads,
        [list(r) + [None] * (width - len(r)) for _, r in body], [n for n, _ in body], notes,
    )  # fmt: skip


def _looks_head(row: Row) -> bool:
    """A row of column numbers (1 2 3 …) or of years is a head, not data."""
    said = [words(c) for c in row if words(c)]
    digits = [w for w in said if w.isdigit()]
    ordered = len(digits) >= 3 and [int(d) for d in digits] == list(
        range(int(digits[0]), int(digits[0]) + len(digits))
    )
    return words(row[0]) in REGION_HEADS or words(row[0]) in ("指标", "指标名称", "项目") or ordered


def _units(title: str) -> tuple[str, ...]:
    if not (match := _UNIT.search(title)):
        return ()
    return tuple(u for u in re.split(r"[、，,；;/\s]+", match[1].strip()) if known(u))


def _heads(top: list[list[object]], width: int, units: tuple[str, ...]) -> list[Head]:
    heads: list[Head] = []
    # “单位：亿元、%”: the rates say themselves that they are rates, the other columns are in 亿元.
    amounts = units if len(units) == 1 else tuple(u for u in units if u not in ("%", "‰"))
    for at in range(width):
        said: list[str] = []
        for row in top:
            word = words(row[at]) if at < len(row) else ""
            if word and word not in said and not word.isdigit() and word not in ("甲", "乙"):
                said.append(word)
        name = "·".join(said)
        unit = ""
        for word in said:
            if (match := HEAD_UNIT.search(word)) and known(match[1]):
                unit = match[1]
                name = name.replace(match[0], "")
        kind = "value"
        if at == 0:
            kind = "region"
        elif not name or name in ("序号", "备注"):
            kind = "skip"
        elif _RANK_HEAD.search(said[-1]):
            kind = "rank"
        elif _RATE_HEAD.search(said[-1]):
            kind, unit = "rate", unit or "%"
        elif not unit and len(amounts) == 1:
            unit = amounts[0]
        heads.append(Head(at, name.strip("·"), unit, kind))
    if heads and heads[0].name in ("序号",) and width > 1:
        heads[0].kind, heads[1].kind = "skip", "region"
    return heads
