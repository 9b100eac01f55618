"""Tables that lie the other way: indicators down and regions across, or one indicator with periods across.

Both are turned into one figure a row, with the sheet's own row numbers, so that they need no mapping.
"""

from __future__ import annotations

from dataclasses import replace

from ..engines.indicators.grid import HEAD_UNIT, Head, SheetRead, SheetRefused, words
from ..engines.indicators.periods import Period, parse
from ..engines.indicators.units import known as known_unit
from .figures_known import Known

UNIT_HEADS = {"单位", "计量单位"}
LEAST = 2  # heads that are regions, or periods
COLUMNS = ("region", "indicator", "period", "value", "unit")


def set_upright(sheet: SheetRead, known: Known) -> SheetRead:
    """The sheet as it is, or as a long one when its heads are regions or periods."""
    if sheet.layout != "wide":
        return sheet
    places = [h for h in sheet.heads if h.kind != "skip" and known.region(h.name)[0]]
    if len(places) >= LEAST:
        return across(sheet, places)
    times = [(h, when) for h in sheet.heads[1:] if (when := period_head(h.name))]
    name = named_in(sheet.title, known)
    if len(times) >= LEAST and name:
        return over_time(sheet, times, name)
    return sheet


def across(sheet: SheetRead, places: list[Head]) -> SheetRead:
    """Indicators down, regions across; a column of units where there is one. Raises :class:`SheetRefused`."""
    if sheet.period is None:
        raise SheetRefused("看不出这张表是哪个期间。请在题目里写上，例如“2026年1—10月”，再传一次。")
    unit_at = next((h.at for h in sheet.heads if h.name in UNIT_HEADS), None)
    name_at = next((h.at for h in sheet.heads if h.kind == "region"), 0)
    rows: list[list[object]] = []
    numbers: list[int] = []
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        name, unit = split_unit(words(row[name_at]))
        if unit_at is not None and words(row[unit_at]):
            unit = words(row[unit_at])
        elif not unit and len(sheet.units) == 1:
            unit = sheet.units[0]
        for head in places:
            rows.append([head.name, name, sheet.period.code, row[head.at], unit])
            numbers.append(number)
    return long(sheet, rows, numbers)


def over_time(sheet: SheetRead, times: list[tuple[Head, Period]], name: str) -> SheetRead:
    """Regions down, periods across, the indicator named in the title."""
    region_at = next((h.at for h in sheet.heads if h.kind == "region"), 0)
    unit = sheet.units[0] if len(sheet.units) == 1 else ""
    rows: list[list[object]] = []
    numbers: list[int] = []
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        for head, when in times:
            rows.append([words(row[region_at]), name, when.code, row[head.at], head.unit or unit])
            numbers.append(number)
    return long(sheet, rows, numbers)


def long(sheet: SheetRead, rows: list[list[object]], numbers: list[int]) -> SheetRead:
    """The same sheet, one figure a row."""
    heads = [Head(n, name, kind=name) for n, name in enumerate(COLUMNS)]
    return replace(sheet, layout="long", heads=heads, rows=rows, numbers=numbers)


def split_unit(name: str) -> tuple[str, str]:
    """固定资产投资增速（%） → its name and unit."""
    match = HEAD_UNIT.search(name)
    if match and known_unit(match[1]):
        return name[: match.start()], match[1]
    return name, ""


def period_head(name: str) -> Period | None:
    """A head that names a period and little else."""
    bare = split_unit(name)[0]
    return parse(bare) if len(bare) <= 12 and bare[:2] in ("19", "20") else None


def named_in(title: str, known: Known) -> str:
    """The longest name of an indicator in the title."""
    said = words(title)
    return max((n for n in known.by_name if len(n) > 1 and n in said), key=len, default="")
