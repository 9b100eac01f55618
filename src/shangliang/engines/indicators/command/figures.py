"""The table of figures: each figure with its row, each row that cannot be taken with the reason."""

from __future__ import annotations

from dataclasses import replace

from ..cell import read_cell
from ..definition import Direction
from ..doubts import Figure
from ..flags import Flag, flag
from ..grid import words
from ..periods import of_code
from ..units import unit_of
from .files import Line, Unreadable, head_of, period_code

NEEDED = ("region", "indicator", "period", "value")
WAYS = {
    "higher": Direction.HIGHER, "越高越好": Direction.HIGHER, "正": Direction.HIGHER, "正向": Direction.HIGHER,
    "lower": Direction.LOWER, "越低越好": Direction.LOWER, "负": Direction.LOWER, "逆": Direction.LOWER,
    "负向": Direction.LOWER, "逆向": Direction.LOWER, "none": Direction.NONE, "不比高低": Direction.NONE,
}  # fmt: skip
WAY_HEADS = {"direction", "方向", "高低", "指标方向"}


def read_figures(lines: list[Line]) -> tuple[list[Figure], list[Flag]]:
    """Figures and what could not be read, each with its row number in the file."""
    top, places = head_of(lines, NEEDED)
    if lacking := [n for n in NEEDED if n not in places]:
        said = "、".join(words(c) for c in lines[0].cells[:6] if words(c))
        raise Unreadable(
            f"表头缺{'、'.join(lacking)}（第一行是：{said}）。"
            "应是一行一个数：region,indicator,period,value,unit。"
        )
    body = lines[top + 1 :]
    if not body:
        raise Unreadable("表头下面没有一行数。")
    width = len(lines[top].cells)
    figures: list[Figure] = []
    flags: list[Flag] = []
    for line in body:
        figure, said_of_it = read_row(line, places, width)
        flags += said_of_it
        if figure:
            figures.append(figure)
    return one_code(figures), [*flags, *months_apart(figures)]


def read_row(line: Line, places: dict[str, int], width: int) -> tuple[Figure | None, list[Flag]]:
    """One row. No figure: not even its place is certain; a figure without value: its place is."""
    said = {
        key: line.cells[at].strip() if at < len(line.cells) else "" for key, at in places.items()
    }
    number, region, indicator = line.number, words(said["region"]), words(said["indicator"])
    if any(c.strip() for c in line.cells[width:]):
        return None, [shifted(number, f"第{number}行多出一列，可能错了位，没有取。")]
    if not region or not indicator:
        return None, [shifted(number, f"第{number}行缺地区或指标，可能错了位，没有取。")]
    place = {"region": region, "indicator": indicator, "row": number}
    period = period_code(said["period"])
    if period is None:
        why = (
            f"看不出“{said['period']}”是哪个期间。"
            if said["period"]
            else f"第{number}行没有写期间，没有取。"
        )
        return None, [flag("period_unknown", why, stops=True).at(**place)]
    cell = read_cell(said["value"])
    flags = [f.at(period=period, **place) for f in cell.flags]
    unit = said.get("unit", "")
    bare = Figure(region, indicator, period, None, unit, number)
    if not cell.readable:
        return bare, flags
    if cell.unit and unit and not same_unit(cell.unit, unit):
        points = {cell.unit, unit} == {"%", "个百分点"}
        said_so = flag(
            "percent_points" if points else "unit",
            f"单位列写{unit}，数后面写{cell.unit}，没有取。",
            stops=True,
        )
        return bare, [*flags, said_so.at(period=period, **place)]
    return Figure(region, indicator, period, cell.value, unit or cell.unit, number), flags


def same_unit(one: str, other: str) -> bool:
    """％ and % are one unit."""
    return unit_of(one).name == unit_of(other).name


def shifted(number: int, why: str) -> Flag:
    """A row whose cells may stand in the wrong columns."""
    return flag("shifted_column", why, stops=True).at(row=number)


def one_code(figures: list[Figure]) -> list[Figure]:
    """One bureau writes 上半年, another 二季度: of one indicator, cumulated, they are one period.

    The code met first is kept. A region that gave a figure under both means two things by them; then
    they stay apart.
    """
    codes: dict[tuple[str, int, int], dict[str, set[str]]] = {}
    for one in figures:
        period = of_code(one.period)
        if period.freq in "HQY":
            key = (one.indicator, period.year, period.last_month)
            codes.setdefault(key, {}).setdefault(one.period, set()).add(one.region)
    kept: dict[tuple[str, str], str] = {}
    for (indicator, _, _), said in codes.items():
        regions = [r for named in said.values() for r in named]
        if len(said) > 1 and len(regions) == len(set(regions)):
            kept |= {(indicator, code): next(iter(said)) for code in said}
    return [replace(f, period=kept.get((f.indicator, f.period), f.period)) for f in figures]


def months_apart(figures: list[Figure]) -> list[Flag]:
    """2025-09 beside 2025Q3 of one indicator: the month alone or cumulated to it? Not joined, said once."""
    found: dict[tuple[str, str], Flag] = {}
    spans = {
        (f.indicator, p.year, p.last_month): f.period
        for f in figures
        if (p := of_code(f.period)).freq in "HQY"
    }
    for one in figures:
        period = of_code(one.period)
        other = spans.get((one.indicator, period.year, period.last_month))
        if period.freq == "M" and other:
            words = f"“{one.indicator}”有的行写{period.label()}、有的写{of_code(other).label(True)}：没有合成一期。如果都是从一月累计的，请写成一样。"
            found.setdefault((one.indicator, one.period), flag("period_unknown", words).at(indicator=one.indicator, period=one.period, row=one.row))  # fmt: skip
    return list(found.values())


def read_directions(lines: list[Line]) -> dict[tuple[str, str], Direction]:
    """{(indicator, period): which way is good} where the table has a column that says so."""
    top, places = head_of(lines, NEEDED)
    head = lines[top].cells
    at = next((n for n, w in enumerate(head) if words(w).lower() in WAY_HEADS), None)
    if at is None:
        return {}
    found: dict[tuple[str, str], Direction] = {}
    for line in lines[top + 1 :]:
        row = line.cells
        way = WAYS.get(row[at].strip().lower()) if at < len(row) else None
        period = period_code(row[places["period"]].strip()) if places["period"] < len(row) else None
        if way is not None and period:
            found[words(row[places["indicator"]]), period] = way
    return found
