"""From a kept sheet and its mapping to figures, row by row, with what is doubtful about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ..engines.indicators.cell import CellRead, read_cell
from ..engines.indicators.definition import Definition, Direction, Shape, Span
from ..engines.indicators.doubts import (
    Figure,
    against_revision,
    beside_history,
    repeated,
    shifted_columns,
    to_unit,
    turned,
)
from ..engines.indicators.flags import Flag, flag
from ..engines.indicators.grid import words
from ..engines.indicators.periods import of_code, parse
from ..engines.indicators.suspicions import beside_peers
from .actions.readings import settled
from .models import Batch, Reading, Region, RegionName, Yardstick

WHOLE = {
    "合计": "全市",
    "全市合计": "全市",
    "市合计": "全市",
    "总计": "全市",
    "全省合计": "全省",
    "全省平均": "全省",
}
FOUR = Decimal("0.0001")


def definition_of(row: Yardstick) -> Definition:
    """The engine's definition of a yardstick."""
    return Definition(
        row.code, row.name, row.unit, Direction(row.direction), Shape(row.shape), Span(row.span),
        row.source, row.version, row.decimals,
    )  # fmt: skip


class Known:
    """The committee's indicators and regions by all their names; three questions."""

    def __init__(self, committee_id: int) -> None:
        self.by_id: dict[int, Yardstick] = {}
        self.by_name: dict[str, Yardstick] = {}
        rows = Yardstick.objects.filter(committee_id=committee_id, kind=Yardstick.Kind.INDICATOR)
        for row in rows.order_by("version"):
            self.by_id[row.pk] = row
            for name in (row.code, row.name, *row.body.get("aliases", ())):
                self.by_name["".join(name.split())] = row
        self.definitions = {pk: definition_of(row) for pk, row in self.by_id.items()}
        self.regions = {r.name: r for r in Region.objects.filter(committee_id=committee_id)}
        self.by_region_id = {r.pk: r for r in self.regions.values()}
        self.other: dict[str, Region] = {}
        for other in RegionName.objects.filter(committee_id=committee_id):
            self.other[other.name] = self.by_region_id[other.region_id]

    def region(self, said: str) -> tuple[Region | None, bool]:
        """The region, and whether it was found by another name than its own."""
        name = WHOLE.get(said, said)
        if found := self.regions.get(name):
            return found, False
        found = self.other.get(name)
        return found, found is not None


@dataclass
class Planned:
    """One figure on its way: taken unless a flag stops it."""

    row: int
    region: Region | None
    yardstick: Yardstick | None
    period: str
    value: Decimal | None
    mark: str = ""
    said: str = ""
    flags: list[Flag] = field(default_factory=list)
    had: tuple[int, Decimal | None, str, int] | None = None  # id, value, mark, revision

    @property
    def stopped(self) -> bool:
        return any(f.stops for f in self.flags)

    @property
    def status(self) -> str:
        """error, same, revise, new."""
        if self.stopped or self.region is None or self.yardstick is None:
            return "error"
        if self.had is None:
            return "new"
        return "same" if self.had[1:3] == (self.value, self.mark) else "revise"


def guess(sheet: dict[str, Any], known: Known) -> dict[str, Any]:
    """What each column may be: by the names and aliases of the office's own indicators."""
    columns: dict[str, Any] = {}
    for head in sheet["heads"]:
        if head["kind"] not in ("value", "rate"):
            continue
        found = match(head, known)
        columns[str(head["at"])] = {"indicator": found.pk if found else None, "unit": head["unit"]}
    return {"columns": columns, "period": sheet.get("period") or ""}


def match(head: dict[str, Any], known: Known) -> Yardstick | None:
    """By the whole head, its first part with 增速, or its first part."""
    name = head["name"]
    first = name.split("·")[0]
    tries = (
        [name, name.replace("·", ""), first + "增速", first]
        if head["kind"] == "rate"
        else [name, name.replace("·", ""), first]
    )
    for said in tries:
        row = known.by_name.get("".join(said.split()))
        if row and (row.shape == Yardstick.Shape.RATE) == (head["kind"] == "rate"):
            return row
    return None


def plan(batch: Batch) -> list[Planned]:
    """Every figure of the sheet with its flags. A fixed number of questions."""
    known = Known(batch.committee_id)
    sheet, mapping = batch.sheet, batch.mapping
    rows = list(_long(sheet, known) if sheet["layout"] == "long" else _wide(sheet, mapping, known))
    return beside_kept(batch.committee_id, rows, sheet["layout"] != "long", known)


def _region(said: str, known: Known, number: int) -> tuple[Region | None, list[Flag]]:
    region, other = known.region(said)
    if region is None:
        return None, [flag("region_unknown", f"不认识“{said}”。登记这个地区，或给已有的地区加别名，再传一次。", stops=True).at(row=number, region=said)]  # fmt: skip
    flags = []
    if other:
        flags.append(
            flag("region_renamed", f"“{said}”按{region}记。").at(row=number, region=region.name)
        )
    return region, flags


def _ended(region: Region, period: str, number: int) -> list[Flag]:
    if region.until and of_code(period).ends > region.until:
        went = f"（{region.became_note}）" if region.became_note else ""
        return [flag("region_ended", f"{region}在{region.until}撤并{went}，不再记以后的数，也没有替您并到别的地区。", stops=True).at(row=number, region=region.name, period=period)]  # fmt: skip
    return []


def _wide(sheet: dict[str, Any], mapping: dict[str, Any], known: Known) -> Iterator[Planned]:
    period = parse(mapping.get("period") or "") or _code(mapping.get("period") or "")
    at = next((h["at"] for h in sheet["heads"] if h["kind"] == "region"), 0)
    for number, row in zip(sheet["numbers"], sheet["rows"], strict=True):
        said = words(row[at])
        if not said:
            yield Planned(number, None, None, "", None, flags=[flag("shifted_column", "这一行没有地区名，可能错了一列，没有取。", stops=True).at(row=number)])  # fmt: skip
            continue
        region, flags = _region(said, known, number)
        for column, chosen in mapping["columns"].items():
            yardstick = known.by_id.get(chosen.get("indicator") or 0)
            if yardstick is None:
                continue
            cell = row[int(column)] if int(column) < len(row) else None
            if period is None:
                yield Planned(number, region, yardstick, "", None, flags=[flag("period_unknown", "看不出是哪个期间，请在对应列时填上。", stops=True).at(row=number)])  # fmt: skip
                continue
            code = settled(period, yardstick.span == Yardstick.Span.CUMULATIVE).code
            yield _figure(
                number, region, yardstick, code, cell, chosen.get("unit") or "", list(flags), known
            )


def _code(text: str) -> Any:
    try:
        return of_code(text)
    except ValueError:
        return None


def _long(sheet: dict[str, Any], known: Known) -> Iterator[Planned]:
    at = {h["kind"]: h["at"] for h in sheet["heads"]}
    periods: dict[tuple[str, bool], str | None] = {}
    regions: dict[str, tuple[Region | None, list[Flag]]] = {}
    for number, row in zip(sheet["numbers"], sheet["rows"], strict=True):
        cells = {k: row[i] if i < len(row) else None for k, i in at.items()}
        said, name = words(cells["region"]), words(cells["indicator"])
        yardstick = known.by_name.get(name)
        if said not in regions:
            regions[said] = _region(said, known, number)
        region, flags = regions[said]
        flags = [f.at(row=number) for f in flags]
        if yardstick is None:
            flags.append(flag("indicator_unknown", f"不认识指标“{name[:30]}”。先登记，或在已有的指标里加别名。", stops=True).at(row=number, region=said, indicator=name[:40]))  # fmt: skip
            yield Planned(
                number, region, None, "", None, flags=flags, said=str(cells["value"])[:30]
            )
            continue
        cumulative = yardstick.span == Yardstick.Span.CUMULATIVE
        text = str(cells["period"] or "").strip()
        key = (text, cumulative)
        if key not in periods:
            found = _code(text) or parse(text)
            periods[key] = settled(found, cumulative).code if found else None
        code = periods[key]
        if code is None:
            flags.append(
                flag("period_unknown", f"看不出“{text[:20]}”是哪个期间。", stops=True).at(
                    row=number, region=said
                )
            )
            yield Planned(
                number, region, yardstick, "", None, flags=flags, said=str(cells["value"])[:30]
            )
            continue
        yield _figure(
            number, region, yardstick, code, cells["value"], words(cells.get("unit")), flags, known
        )


def _figure(
    number: int, region: Region | None, yardstick: Yardstick, period: str, cell: Any, unit: str,
    flags: list[Flag], known: Known,
) -> Planned:  # fmt: skip
    read: CellRead = read_cell(cell)
    place = {
        "row": number,
        "region": region.name if region else "",
        "indicator": yardstick.name,
        "period": period,
    }
    flags += [f.at(**place) for f in read.flags]
    value = read.value
    said_unit = read.unit or unit
    if value is not None and read.unit and unit and read.unit != unit:
        flags.append(flag("percent_points" if {read.unit, unit} == {"%", "个百分点"} else "unit",
                          f"表头单位是{unit}，数后面写{read.unit}，没有取。", stops=True).at(**place))  # fmt: skip
    elif value is not None and said_unit:
        figure = Figure(str(place["region"]), yardstick.code, period, value, said_unit, number)
        value, said = to_unit(figure, known.definitions[yardstick.pk])
        flags += said
    if region:
        flags += _ended(region, period, number)
    if value is not None:
        value = value.quantize(FOUR)
        if abs(value) >= Decimal(10) ** 15:
            flags.append(flag("far_off", "数太大了，请核对单位。", stops=True).at(**place))
            value = None
    mark = "" if value is not None else (read.mark or Reading.Mark.NOT_REPORTED)
    return Planned(
        number,
        region,
        yardstick,
        period,
        value,
        mark,
        str(cell if cell is not None else "")[:30],
        flags,
    )


def beside_kept(
    committee_id: int, rows: list[Planned], columns: bool, known: Known
) -> list[Planned]:
    """What only shows beside what is kept: revisions, lost minus, 万 for 亿, shifted columns, doubles."""
    good = [r for r in rows if r.region and r.yardstick and r.period]
    had = kept_now(committee_id, good)
    past = kept_before(committee_id, good)
    doubles = {
        (f.region, f.indicator, f.period)
        for f in repeated(
            Figure(r.region.name, r.yardstick.code, r.period, r.value)
            for r in good
            if r.region and r.yardstick
        )
    }
    for row in good:
        assert row.region is not None
        assert row.yardstick is not None
        key = (row.region.pk, row.yardstick.pk, row.period)
        place = {
            "row": row.row,
            "region": row.region.name,
            "indicator": row.yardstick.name,
            "period": row.period,
        }
        if (row.region.name, row.yardstick.code, row.period) in doubles:
            row.flags.append(flag("two_revisions", "同一个数在这张表里出现了两次，而且不一样。没有平均，请定一个。", stops=True).at(**place))  # fmt: skip
        row.had = had.get(key)
        if row.value is None:
            continue
        figure = Figure(row.region.name, row.yardstick.name, row.period, row.value, "", row.row)
        if row.had and row.had[1] is not None and row.had[1] != row.value:
            row.flags.append(against_revision(figure, row.value, row.had[1]))
        before = past.get((row.region.pk, row.yardstick.pk), [])
        row.flags += beside_history(figure, row.value, before, known.definitions[row.yardstick.pk])
    beside_others(good, known)
    if columns and good:
        shifted(good, past)
    return rows


def beside_others(good: list[Planned], known: Known) -> None:
    """What shows beside the sheet's own regions, and where an indicator turned its direction."""
    columns: dict[tuple[int, str], dict[str, Planned]] = {}
    for row in good:
        if (
            row.region
            and row.yardstick
            and not row.stopped
            and row.region.level == Region.Level.COUNTY
        ):
            columns.setdefault((row.yardstick.pk, row.period), {})[row.region.name] = row
    for (pk, period), rows in columns.items():
        values = {name: row.value for name, row in rows.items()}
        for said in beside_peers(known.definitions[pk], period, values):
            row = rows[said.region]
            row.flags.append(said.at(row=row.row, indicator=known.by_id[pk].name))
        yardstick = known.by_id[pk]
        versions = [known.definitions[y.pk] for y in known.by_id.values() if y.code == yardstick.code and y.version <= yardstick.version]  # fmt: skip
        for said in turned(versions[-2:]):
            for row in rows.values():
                row.flags.append(said.at(row=row.row, region=row.region.name if row.region else "", period=period))  # fmt: skip


def shifted(good: list[Planned], past: dict[tuple[int, int], list[Decimal]]) -> None:
    """One flag for the sheet, on every row's first figure, when columns fit their neighbours better."""
    now: dict[str, dict[str, Decimal | None]] = {}
    then: dict[str, dict[str, Decimal | None]] = {}
    for row in good:
        if row.region and row.yardstick:
            now.setdefault(row.yardstick.name, {})[row.region.name] = row.value
            values = past.get((row.region.pk, row.yardstick.pk))
            if values:
                then.setdefault(row.yardstick.name, {})[row.region.name] = values[-1]
    for said in shifted_columns(now, then):
        for row in good:
            row.flags.append(said.at(row=row.row))


def kept_now(committee_id: int, rows: Iterable[Planned]) -> dict[tuple[int, int, str], Any]:
    """Figures in force for these indicators and periods."""
    yardsticks = {r.yardstick.pk for r in rows if r.yardstick}
    periods = {r.period for r in rows}
    if not yardsticks:
        return {}
    found = Reading.objects.filter(
        committee_id=committee_id, yardstick_id__in=yardsticks, period__in=periods, current=True
    ).values_list("region_id", "yardstick_id", "period", "pk", "value", "mark", "revision")
    return {
        (r, y, p): (pk, value, mark, revision)
        for r, y, p, pk, value, mark, revision in found.iterator(chunk_size=5000)
    }


def kept_before(committee_id: int, rows: Iterable[Planned]) -> dict[tuple[int, int], list[Decimal]]:
    """The same period of the three years before: what a figure is measured against."""
    wanted: set[str] = set()
    yardsticks: set[int] = set()
    for row in rows:
        if row.yardstick:
            yardsticks.add(row.yardstick.pk)
            code = of_code(row.period)
            for _ in range(3):
                code = code.last_year()
                wanted.add(code.code)
    if not yardsticks:
        return {}
    found = (
        Reading.objects.filter(
            committee_id=committee_id, yardstick_id__in=yardsticks, period__in=wanted, current=True,
            value__isnull=False,
        )
        .order_by("period")
        .values_list("region_id", "yardstick_id", "value")
    )  # fmt: skip
    out: dict[tuple[int, int], list[Decimal]] = {}
    for region, yardstick, value in found.iterator(chunk_size=5000):
        if value is not None:
            out.setdefault((region, yardstick), []).append(value)
    return out


def today_or(day: date | None, other: date) -> date:
    """The day given, else the other."""
    return day or other
