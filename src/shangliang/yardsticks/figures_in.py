"""From a kept sheet and its mapping to figures, row by row, with what is doubtful about each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..engines.indicators.cell import CellRead, read_cell
from ..engines.indicators.doubts import (
    Figure,
    to_unit,
)
from ..engines.indicators.flags import Flag, flag
from ..engines.indicators.grid import words
from ..engines.indicators.periods import of_code, parse
from .actions.readings import settled
from .figures_beside import beside_kept
from .figures_known import Known, Planned
from .models import Batch, Reading, Region, Yardstick

FOUR = Decimal("0.0001")


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
