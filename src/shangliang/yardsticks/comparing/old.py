"""Figures left out of a comparison by themselves, since they are of an earlier period or too old (S-121)."""

from __future__ import annotations

from datetime import date

from django.db.models import Max

from ...engines.indicators.periods import Period, of_code
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Reading
from .shape import Comparison

STALE_AFTER = 183  # days after the period's end: half a year


def is_stale(period: Period, day: date | None = None) -> bool:
    """Whether a figure of this period is too old to be compared with."""
    return ((day or today()) - period.ends).days > STALE_AFTER


def set_old(seat: Seat, found: Comparison) -> None:
    """The last figure of each cell that has none in this period; it is named and not compared."""
    found.stale = is_stale(found.period)
    bare = {
        (c.yardstick.pk, line.region.pk)
        for line in found.lines
        for c, cell in zip(found.columns, line.cells, strict=True)
        if cell.value is None
    }
    if not bare:
        return
    last = (
        Reading.objects.filter(
            committee_id=seat.committee_id,
            region_id__in={r for _, r in bare},
            yardstick_id__in={y for y, _ in bare},
            value__isnull=False,
            current=True,
        )
        .values_list("yardstick_id", "region_id")
        .annotate(last=Max("period"))
        .order_by("yardstick_id", "region_id")
    )
    columns = {c.yardstick.pk: c.yardstick for c in found.columns}
    regions = {line.region.pk: line.region for line in found.lines}
    for yardstick, region, code in last:
        period = of_code(code)
        if (yardstick, region) in bare and period.ends < found.period.ends:
            words = "，过期" if is_stale(period) else ""
            label = period.label(columns[yardstick].span == "cumulative")
            found.older.append(f"{regions[region]}{columns[yardstick]}（{label}{words}）")
