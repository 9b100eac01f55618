"""Around the table: one's own gaps, the trend, the index, pairs that part, notes and claims."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Count, Q

from ...engines.indicators.anomalies import Pair, conflicts
from ...engines.indicators.definition import Direction, distance
from ...engines.indicators.index import IndexRefused, Part, compose
from ...engines.indicators.periods import of_code
from ...procedures.seat import Seat
from ..models import Claim, PracticeCard, Reading, Region, Yardstick
from ..queries import gaps, remarks
from .columns import Values, trend_codes
from .shape import Cell, Column, Comparison, GapRow, shown, signed


def set_notes(seat: Seat, found: Comparison, table: Values) -> None:
    """Explanations and contests stand beside their number (E13); claims of this period beside the data."""
    ids = {c.reading for line in found.lines for c in line.cells if c.reading}
    rows = [
        r for r in remarks(seat).filter(reading__period=found.period.code) if r.reading_id in ids
    ]
    number: dict[int, int] = {}
    for row in rows:
        if not row.text:
            continue
        found.notes.append((len(found.notes) + 1, row))
        number.setdefault(row.reading_id, len(found.notes))
    contested = {r.reading_id for r in rows if r.kind == "contest" and r.state != "accepted"}
    for line in found.lines:
        for cell in line.cells:
            cell.note = number.get(cell.reading or 0)
            cell.contested = (cell.reading or 0) in contested
    by_id = {c.yardstick.pk: c for c in found.columns}
    for claim in Claim.objects.filter(committee_id=seat.committee_id, period=found.period.code, yardstick_id__in=by_id):  # fmt: skip
        found.claims.append((claim, beside(by_id[claim.yardstick_id])))


def beside(column: Column) -> str:
    """What the data say, without choosing: how many rise, fall, are above the city."""
    values = [v for v in column.figures.values() if v is not None]
    unit = column.yardstick.unit
    parts = [f"{len(values)}个地区有数"]
    if column.yardstick.shape == "rate":
        up, down = sum(v > 0 for v in values), sum(v < 0 for v in values)
        parts.append(f"正增长{up}个、负增长{down}个、持平{len(values) - up - down}个")
    if column.city is not None:
        above = sum(v > column.city for v in values)
        parts.append(
            f"高于全市（{shown(column.city, column.yardstick.decimals)}{unit}）的{above}个"
        )
        if column.yardstick.shape == "rate" and (low := sum(column.city < v < 0 for v in values)):
            parts.append(f"其中{low}个虽高于全市但仍是负增长")
    return "；".join(parts)


def set_gaps(seat: Seat, found: Comparison, by_id: dict[int, Region]) -> None:
    """One's own figures beside city, peer, best and last year; the gap on record with its measures."""
    me = found.me
    if me is None:
        return
    mine = {
        g.yardstick_id: g
        for g in gaps(seat)
        .filter(region=me, yardstick__isnull=False)
        .exclude(state="dropped")
        .annotate(
            n_measures=Count("measures", filter=~Q(measures__state="dropped")),
            n_tasks=Count("measures__task_id", filter=~Q(measures__state="dropped")),
        )
        .order_by("period", "id")
    }
    notes = {r.reading_id: r for _, r in found.notes}
    line = next((x for x in found.lines if x.me), None)
    for n, column in enumerate(found.columns):
        own = column.figures.get(me.pk)
        if own is None or column.direction is Direction.NONE:
            continue
        places = column.yardstick.decimals
        peer = column.figures.get(found.peer.pk) if found.peer else None
        top = column.figures.get(column.best) if column.best is not None else None
        to_city = (
            None
            if column.city is None or column.yardstick.shape == "level"
            else distance(own, column.city, column.direction)
        )
        then = column.then.get(me.pk)
        cell = line.cells[n] if line else Cell()
        found.gap_rows.append(
            GapRow(
                column, shown(own, places), to_city, signed(to_city, places),
                signed(None if peer is None else distance(own, peer, column.direction), places),
                by_id.get(column.best or 0),
                signed(None if top is None else distance(own, top, column.direction), places),
                signed(None if then is None else own - then, places),
                mine.get(column.yardstick.pk), notes.get(cell.reading or 0),
            )
        )  # fmt: skip
    found.gap_rows.sort(key=lambda g: (g.to_city is None, g.to_city or Decimal(0)))
    behind = [g for g in found.gap_rows if g.to_city is not None and g.to_city < 0]
    if behind:
        worst = behind[0].column
        found.cards = list(
            PracticeCard.objects.filter(committee_id=seat.committee_id, yardstick=worst.yardstick)
            .select_related("region", "owner")
            .annotate(n_used=Count("adoptions"), n_good=Count("adoptions", filter=Q(adoptions__state="effective")))[:3]
        )  # fmt: skip


def set_trend(seat: Seat, found: Comparison, codes: list[str], regions: list[Region]) -> None:
    """Own, peer and city over the last periods of the focused indicator; one question."""
    if found.focus is None:
        return
    line = list(reversed(trend_codes(found.period, codes)))
    found.trend_periods = [of_code(c) for c in line]
    city = next((r for r in regions if r.level == "city"), None)
    shown_regions = [r.pk for r in (found.me, found.peer, city) if r is not None]
    rows = Reading.objects.filter(
        committee_id=seat.committee_id, yardstick=found.focus.yardstick, period__in=line,
        region_id__in=shown_regions, current=True,
    ).values_list("region_id", "period", "value")  # fmt: skip
    values = {(region, period): value for region, period, value in rows}
    found.trend = {r: [values.get((r, c)) for c in line] for r in shown_regions}


def set_index(
    found: Comparison, every: list[Yardstick], index: Yardstick | None, table: Values, counties: list[Region]
) -> None:  # fmt: skip
    """The composite index of this period, by its open weights."""
    if index is None:
        return
    by_code = {
        y.code: y for y in every if y.kind == Yardstick.Kind.INDICATOR and y.valid_to is None
    }
    parts = [
        Part(p["code"], Decimal(str(p["weight"])), Direction(by_code[p["code"]].direction), by_code[p["code"]].name)
        for p in index.body.get("parts", [])
        if p["code"] in by_code
    ]  # fmt: skip
    figures: dict[str, dict[str, Decimal | None]] = {}
    for part in parts:
        now = table.get((by_code[part.code].pk, found.period.code), {})
        figures[part.code] = {str(r.pk): now[r.pk][1] if r.pk in now else None for r in counties}
    try:
        found.index = compose(parts, figures)
    except IndexRefused as error:
        found.index_refused = str(error)
    found.index_yardstick, found.index_figures = index, figures


def set_conflicts(
    found: Comparison, every: list[Yardstick], table: Values, counties: list[Region]
) -> None:
    """Pairs the office defined that move against each other, and whether somebody was asked already."""
    by_code = {
        y.code: y for y in every if y.kind == Yardstick.Kind.INDICATOR and y.valid_to is None
    }
    pairs = [
        Pair(c.yardstick.code, p["code"], p.get("why", ""))
        for c in found.columns
        for p in c.yardstick.body.get("pairs", [])
        if p["code"] in by_code
    ]
    if not pairs:
        return
    codes = {code for p in pairs for code in (p.one, p.other)}
    now = {code: table.get((by_code[code].pk, found.period.code), {}) for code in codes}
    names = {r.pk: str(r) for r in counties}
    figures = {
        names[r.pk]: {code: now[code][r.pk][1] if r.pk in now[code] else None for code in codes}
        for r in counties
    }
    called = {code: by_code[code].name.removesuffix("增速") for code in codes}
    of_name = {v: k for k, v in names.items()}
    noted = {r.reading_id for _, r in found.notes}
    for one in conflicts(figures, pairs, called):
        region = of_name[one.region]
        first = now[one.one].get(region, (None,))[0]
        other = now[one.other].get(region, (None,))[0]
        explained = first in noted or other in noted
        found.conflicts.append((one, first, other, explained))
