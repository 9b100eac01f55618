"""Columns of a comparison: the readings of two periods in one question, ranks, means."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import Count

from ...engines.indicators.definition import Direction
from ...engines.indicators.means import MeanRefused, mean
from ...engines.indicators.periods import Period, of_code
from ...engines.indicators.ranks import ranks
from ...journal.kept import kept
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..figures_known import definition_of
from ..models import Reading, Region, Yardstick
from .shape import Column, number_of

MOST_COLUMNS = 6


TREND = 12


BACKGROUND = ("city", "province")


Values = dict[tuple[int, str], dict[int, tuple[int, Decimal | None, str]]]


def periods_of(seat: Seat, rows: list[Yardstick]) -> list[tuple[str, int]]:
    """Periods that have figures, newest first, by what the headline indicators have, with how many."""
    heads = [r.pk for r in rows if r.headline][:3] or [r.pk for r in rows][:1]
    if not heads:
        return []

    def make() -> list[tuple[str, int]]:
        found = Reading.objects.filter(
            committee_id=seat.committee_id, yardstick_id__in=heads, current=True
        )
        counted = found.order_by().values_list("period").annotate(n=Count("value"))
        return sorted(counted, key=lambda row: (of_code(row[0]).ends, row[0]), reverse=True)

    return kept(seat.committee_id, "counted-periods:" + "-".join(map(str, heads)), make)


def opening_period(counted: list[tuple[str, int]]) -> str:
    """The newest period that is over and at least half as full as the fullest.

    The first figures of a new period must not empty every page; it is there to be chosen.
    """
    full = max(n for _, n in counted)
    day = today()
    over = (c for c, n in counted if n * 2 >= full and of_code(c).ends <= day)
    return next(over, counted[0][0])


def chosen_columns(rows: list[Yardstick], asked: Any, index: Yardstick | None) -> list[Yardstick]:
    """What the address names: indicators, a group, or the headline ones."""
    ids = [n for text in asked.getlist("i") if (n := number_of(text))]
    if ids:
        wanted = [r for r in rows if r.pk in ids]
    elif group := asked.get("group"):
        wanted = [r for r in rows if r.group == group]
    else:
        wanted = [r for r in rows if r.headline] or rows
    return wanted[:MOST_COLUMNS]


def readings_of(
    seat: Seat, every: list[Yardstick], chosen: list[Yardstick], index: Yardstick | None, period: Period
) -> Values:  # fmt: skip
    """One question: this period and a year ago, for the columns, the index and the pairs."""
    ids = {y.pk for y in chosen}
    named = {p.get("code") for p in index.body.get("parts", [])} if index else set()
    named |= {p.get("code") for y in chosen for p in y.body.get("pairs", [])}
    ids |= {y.pk for y in every if y.code in named and y.valid_to is None}
    ids |= {y.weighted_by_id for y in chosen if y.weighted_by_id}
    rows = Reading.objects.filter(
        committee_id=seat.committee_id, yardstick_id__in=ids,
        period__in=[period.code, period.last_year().code], current=True,
    )  # fmt: skip
    out: Values = {}
    for pk, yardstick, code, region, value, mark in rows.values_list(
        "pk", "yardstick_id", "period", "region_id", "value", "mark"
    ):
        out.setdefault((yardstick, code), {})[region] = (pk, value, mark)
    return out


def trend_codes(period: Period, codes: list[str]) -> list[str]:
    """The same frequency, up to twelve periods that end with this one."""
    same = [c for c in codes if of_code(c).freq == period.freq and of_code(c) <= period]
    return same[:TREND]


def column_of(
    yardstick: Yardstick, period: Period, table: Values, regions: list[Region], by_id: dict[int, Region]
) -> Column:  # fmt: skip
    """Figures, ranks and means of one indicator."""
    column = Column(yardstick)
    now = table.get((yardstick.pk, period.code), {})
    then = table.get((yardstick.pk, period.last_year().code), {})
    counties = [
        r
        for r in regions
        if r.level == Region.Level.COUNTY and not (r.until and r.until < period.ends)
    ]
    column.figures = {r.pk: now[r.pk][1] if r.pk in now else None for r in counties}
    column.then = {r.pk: then[r.pk][1] for r in regions if r.pk in then}
    if column.direction is not Direction.NONE:
        column.ranks = ranks(column.figures, column.direction)
        column.ranks_then = ranks({r.pk: column.then.get(r.pk) for r in counties}, column.direction)
        column.best = next((k for k, rank in column.ranks.items() if rank.place == 1), None)
    for region in regions:
        if region.level in BACKGROUND and region.pk in now:
            setattr(column, region.level, now[region.pk][1])
    if column.city is None:
        own_mean(column, period, table, by_id)
    return column


def own_mean(column: Column, period: Period, table: Values, by_id: dict[int, Region]) -> None:
    """The bureau gave no city figure: weighted if there are weights, else none, with the reason."""
    yardstick = column.yardstick
    definition = definition_of(yardstick)
    base = table.get((yardstick.weighted_by_id or 0, period.last_year().code), {})
    weights = {r: v for r, (_, v, _) in base.items() if v is not None and r in column.figures}
    try:
        if yardstick.shape != Yardstick.Shape.LEVEL and weights:
            found = mean(definition, column.figures, weights)
            column.city = found.value.quantize(Decimal(10) ** -yardstick.decimals)
            column.computed = (
                f"统计部门没有给全市数，按上年{yardstick.weighted_by or '总量'}加权算得，供参考"
            )
        elif yardstick.shape != Yardstick.Shape.LEVEL:
            mean(definition, column.figures)
    except MeanRefused as error:
        column.computed = str(error)
