"""What only shows beside what is kept or beside the sheet's other rows: revisions, units, columns, doubles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ..engines.indicators.doubts import (
    Figure,
    against_revision,
    beside_history,
    repeated,
    shifted_columns,
    turned,
)
from ..engines.indicators.flags import flag
from ..engines.indicators.periods import of_code
from ..engines.indicators.suspicions import beside_peers
from ..procedures.office_calendar import today
from .figures_known import Known, Planned
from .models import Reading, Region


def beside_kept(
    committee_id: int, rows: list[Planned], columns: bool, known: Known
) -> list[Planned]:
    """What only shows beside what is kept: revisions, lost minus, 万 for 亿, shifted columns, doubles."""
    good = [r for r in rows if r.region and r.yardstick and r.period]
    kept = kept_now(committee_id, good)
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
        row.had = kept.get(key)
        if not_over(row.period):
            row.flags.append(flag("period_open", f"{of_code(row.period).label(True)}还没有过完，请核对是不是写错了期间；照写的记。").at(**place))  # fmt: skip
        if row.value is None:
            if row.had and row.had[1] is not None and row.mark == "missing" and not row.flags:
                had = f"{row.had[1].normalize():f}".replace("-", "−")
                row.flags.append(flag("missing", f"原来记的是{had}，这次空着。没有当成撤回，原数保留；要改成未报，请单个记。", stops=True).at(**place))  # fmt: skip
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


@lru_cache(maxsize=512)
def ends(period: str) -> date:
    """The last day of a period, worked out once for the rows of a sheet."""
    return of_code(period).ends


def not_over(period: str) -> bool:
    """A figure of a period that still runs: an estimate, or another period was meant."""
    return ends(period) > today()


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
