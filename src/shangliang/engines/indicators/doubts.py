"""Doubts about figures that only show beside other figures: units, signs, columns, revisions, periods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .definition import Definition
from .flags import Flag, flag
from .periods import gaps_between, of_code
from .units import UnitMismatch, convert, unit_of

FACTORS = (
    (Decimal(10_000), "一万"),
    (Decimal(100_000_000), "一亿"),
    (Decimal(10), "十"),
    (Decimal(100), "一百"),
)


@dataclass(frozen=True)
class Figure:
    """One figure as it came: ``unit`` may differ from the definition's."""

    region: str
    indicator: str
    period: str
    value: Decimal | None
    unit: str = ""
    row: int | None = None


def to_unit(figure: Figure, definition: Definition) -> tuple[Decimal | None, list[Flag]]:
    """The figure in the definition's own unit. Per cent never turns into points, nor 万 into 亿 unseen."""
    place = {
        "region": figure.region,
        "indicator": definition.code,
        "period": figure.period,
        "row": figure.row,
    }
    if (
        figure.value is None
        or not figure.unit
        or unit_of(figure.unit).name == definition.measured_in.name
    ):
        return figure.value, []
    try:
        return convert(figure.value, figure.unit, definition.unit), []
    except UnitMismatch as error:
        families = {unit_of(figure.unit).family, definition.measured_in.family}
        code = "percent_points" if families == {"percent", "points"} else "unit"
        return None, [flag(code, str(error), stops=True).at(**place)]


def beside_history(
    figure: Figure, value: Decimal, before: Sequence[Decimal], definition: Definition
) -> list[Flag]:
    """万 for 亿 and a lost minus, seen beside the same region's earlier figures."""
    place = {
        "region": figure.region,
        "indicator": definition.code,
        "period": figure.period,
        "row": figure.row,
    }
    past = [abs(v) for v in before if v]
    if not past or not value:
        return []
    if definition.measured_in.family not in ("percent", "points"):
        usual = sorted(past)[len(past) // 2]
        times = abs(value) / usual
        for factor, words in FACTORS[:2]:
            for ratio, way in ((times / factor, "大"), (times * factor, "小")):
                if Decimal("0.4") < ratio < Decimal("2.5"):
                    return [
                        flag(
                            "wan_yi",
                            f"{value.normalize():f}比往期{way}约{words}倍，像是万和亿混了。",
                            stops=True,
                        ).at(**place)
                    ]
        if times > 8 or times < Decimal("0.125"):
            return [
                flag(
                    "far_off", f"{value.normalize():f}与往期{usual.normalize():f}相差太大，请核对。"
                ).at(**place)
            ]
    return []


def against_revision(figure: Figure, value: Decimal, had: Decimal) -> Flag:
    """A figure that differs from the one kept: a revision; with the sign turned, perhaps a lost minus."""
    place = {
        "region": figure.region,
        "indicator": figure.indicator,
        "period": figure.period,
        "row": figure.row,
    }
    if value == -had:
        return flag(
            "minus_lost",
            f"原来记的是{_n(had)}，这次是{_n(value)}，只差一个负号，请核对。",
            stops=True,
        ).at(**place)
    return flag("revised", f"原来记的是{_n(had)}，这次是{_n(value)}，将记为修订，原数保留。").at(
        **place
    )


def repeated(figures: Iterable[Figure]) -> list[Flag]:
    """Two different values of one figure in one file: neither is taken, none is averaged."""
    seen: dict[tuple[str, str, str], Figure] = {}
    found: list[Flag] = []
    for figure in figures:
        key = (figure.region, figure.indicator, figure.period)
        had = seen.setdefault(key, figure)
        if had is not figure and (had.value, had.unit) != (figure.value, figure.unit):
            found.append(
                flag("two_revisions", f"{figure.region}的{figure.indicator}（{figure.period}）出现两个不同的数："
                     f"{_n(had.value)}和{_n(figure.value)}。没有平均，请定一个。", stops=True)
                .at(region=figure.region, indicator=figure.indicator, period=figure.period, row=figure.row)
            )  # fmt: skip
    return found


def missing_periods(figures: Iterable[Figure]) -> list[Flag]:
    """A period missing between others of the same figure."""
    codes: dict[tuple[str, str], set[str]] = {}
    for figure in figures:
        codes.setdefault((figure.region, figure.indicator), set()).add(figure.period)
    return [
        flag("period_missing", f"{region}的{indicator}缺{of_code(code).label()}，没有补。")
        .at(region=region, indicator=indicator, period=code)
        for (region, indicator), have in codes.items()
        for code in gaps_between(sorted(have))
    ]  # fmt: skip


def shifted_columns(
    columns: Mapping[str, Mapping[str, Decimal | None]],
    before: Mapping[str, Mapping[str, Decimal | None]],
) -> list[Flag]:
    """Columns that fit their neighbour's earlier figures far better than their own.

    ``columns`` and ``before``: {indicator in the sheet's order: {region: value}}. Said of the sheet
    when two neighbouring columns or more are out in the same way.
    """
    names = list(columns)
    for step in (1, -1):
        off = []
        for at, name in enumerate(names):
            if not 0 <= at + step < len(names):
                continue
            other = names[at + step]
            own_fit, other_fit = (
                _fit(columns[name], before.get(name, {})),
                _fit(columns[name], before.get(other, {})),
            )
            if own_fit is None or other_fit is None:
                continue
            if own_fit > 8 * (other_fit + Decimal("0.02")):
                off.append(name)
        if len(off) >= 2:
            way = "左" if step > 0 else "右"
            return [
                flag("shifted_column", f"“{off[0]}”等{len(off)}列的数都更像它{'右' if step > 0 else '左'}边一列的往期数，"
                     f"可能整体向{way}错了一列，请核对表头。", stops=True).at(indicator=off[0])
            ]  # fmt: skip
    return []


def _fit(now: Mapping[str, Decimal | None], then: Mapping[str, Decimal | None]) -> Decimal | None:
    """The middle relative distance over the regions both have."""
    far = sorted(
        abs(a - b) / max(abs(b), Decimal("0.5"))
        for key, a in now.items()
        if a is not None and (b := then.get(key)) is not None
    )
    return far[len(far) // 2] if len(far) >= 3 else None


def turned(versions: Sequence[Definition]) -> list[Flag]:
    """Versions of one indicator whose direction, unit or span changed: the line is cut there."""
    found = []
    for one, other in zip(versions, versions[1:], strict=False):
        if one.direction is not other.direction:
            found.append(
                flag("direction_changed", f"“{one.name}”第{one.version}版到第{other.version}版高低方向变了，"
                     "前后不连线、不比位次。").at(indicator=one.code)
            )  # fmt: skip
        elif one.measured_in.family != other.measured_in.family or one.span is not other.span:
            found.append(
                flag(
                    "unit", f"“{one.name}”第{other.version}版改了单位或统计口径，前后不能直接比。"
                ).at(indicator=one.code)
            )
    return found


def _n(value: Decimal | None) -> str:
    return "缺" if value is None else f"{value.normalize():f}".replace("-", "−")
