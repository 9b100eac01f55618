"""The comparison of regions in one period: table, ranks, means, gaps, trend. A fixed number of questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from ..engines.indicators.anomalies import Conflict, Pair, conflicts
from ..engines.indicators.definition import Direction, distance
from ..engines.indicators.index import Index, IndexRefused, Part, compose
from ..engines.indicators.means import MeanRefused, mean
from ..engines.indicators.periods import Period, of_code
from ..engines.indicators.ranks import Rank, moved, ranks
from ..journal.kept import kept
from ..procedures.seat import Seat
from .figures_in import definition_of
from .models import Claim, Gap, PracticeCard, Reading, Region, Remark, Yardstick
from .queries import gaps, remarks, yardsticks

MOST_COLUMNS = 6
TREND = 12
BACKGROUND = ("city", "province")


def shown(value: Decimal | None, decimals: int = 1) -> str:
    """A figure as the field writes it: fixed places, a true minus, thousands; — when missing."""
    if value is None:
        return "—"
    text = f"{value:,.{decimals}f}"
    if not text.strip("-0.,"):
        text = text.lstrip("-")
    return text.replace("-", "−")


@dataclass
class Cell:
    """One figure of the table."""

    reading: int | None = None
    value: Decimal | None = None
    mark: str = ""
    rank: Rank | None = None
    to_city: Decimal | None = None
    change: int | None = None  # places gained since the same period last year
    last_year: Decimal | None = None
    text: str = "—"
    note: int | None = None
    contested: bool = False
    words: str = ""  # instead of a rank: 缺, 不考核

    @property
    def behind(self) -> bool:
        return self.to_city is not None and self.to_city < 0


@dataclass
class Line:
    """One region's row."""

    region: Region
    cells: list[Cell]
    me: bool = False


@dataclass
class Column:
    """One indicator of the table with its ranks and its means."""

    yardstick: Yardstick
    figures: dict[int, Decimal | None] = field(default_factory=dict)
    ranks: dict[int, Rank] = field(default_factory=dict)
    ranks_then: dict[int, Rank] = field(default_factory=dict)
    then: dict[int, Decimal | None] = field(default_factory=dict)
    city: Decimal | None = None
    province: Decimal | None = None
    computed: str = ""  # how the city's figure came about when the bureau gave none
    best: int | None = None

    @property
    def direction(self) -> Direction:
        return Direction(self.yardstick.direction)


@dataclass
class GapRow:
    """One indicator of one's own region beside city and peer, with the gap on record."""

    column: Column
    own: str
    to_city: Decimal | None
    to_city_text: str
    to_peer_text: str
    best: Region | None
    best_text: str
    year_text: str
    gap: Gap | None = None
    note: Remark | None = None


@dataclass
class Comparison:
    """Everything a comparison page shows."""

    period: Period
    periods: list[Period]
    columns: list[Column]
    lines: list[Line]
    background: list[Line]
    regions: list[Region]
    me: Region | None
    peer: Region | None
    gap_rows: list[GapRow]
    focus: Column | None
    trend: dict[int, list[Decimal | None]]
    trend_periods: list[Period]
    notes: list[tuple[int, Remark]]
    claims: list[tuple[Claim, str]]
    conflicts: list[tuple[Conflict, int | None, int | None, bool]]
    groups: list[str]
    cards: list[PracticeCard]
    index: Index | None = None
    index_yardstick: Yardstick | None = None
    index_figures: dict[str, dict[str, Decimal | None]] = field(default_factory=dict)
    index_refused: str = ""
    ended: list[Region] = field(default_factory=list)
    period_note: str = ""

    @property
    def missing(self) -> list[str]:
        """五岭县预算收入未报: said, not filled."""
        return [
            f"{line.region}{column.yardstick}{cell.words}"
            for line in self.lines
            for column, cell in zip(self.columns, line.cells, strict=True)
            if cell.value is None and cell.words
        ]


def periods_of(seat: Seat, rows: list[Yardstick]) -> list[str]:
    """Periods that have figures, newest first, by what the headline indicators have."""
    heads = [r.pk for r in rows if r.headline][:3] or [r.pk for r in rows][:1]
    if not heads:
        return []

    def make() -> list[str]:
        found = Reading.objects.filter(
            committee_id=seat.committee_id, yardstick_id__in=heads, current=True
        )
        codes = set(found.order_by().values_list("period", flat=True).distinct())
        return sorted(codes, key=lambda c: (of_code(c).ends, c), reverse=True)

    return kept(seat.committee_id, "periods:" + "-".join(map(str, heads)), make)


def number_of(text: str) -> int | None:
    """A row number from an address."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


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


def compare(seat: Seat, asked: Any) -> Comparison | None:
    """The comparison an address asks for; None when there is nothing to compare yet."""
    every = list(yardsticks(seat).filter(kind__in=["indicator", "index"]))
    indicators = [r for r in every if r.kind == Yardstick.Kind.INDICATOR and r.valid_to is None]
    codes = periods_of(seat, indicators)
    regions = list(Region.objects.filter(committee_id=seat.committee_id))
    if not codes or not regions:
        return None
    wanted = asked.get("period") or codes[0]
    period = of_code(wanted if wanted in codes else codes[0])
    index = next((r for r in every if r.kind == Yardstick.Kind.INDEX), None)
    chosen = chosen_columns(indicators, asked, index)
    counties = [
        r
        for r in regions
        if r.level == Region.Level.COUNTY and not (r.until and r.until < period.ends)
    ]
    me = own_region(seat, counties, number_of(asked.get("me", "")))
    by_id = {r.pk: r for r in regions}
    table = readings_of(seat, every, chosen, index, period)
    columns = [column_of(y, period, table, regions, by_id) for y in chosen]
    found = Comparison(
        period, [of_code(c) for c in codes], columns, [], [], counties, me, None, [], None, {}, [],
        [], [], [], sorted({r.group for r in indicators if r.group}), [],
        ended=[r for r in regions if r.until and r.until < period.ends],
    )  # fmt: skip
    set_index(found, every, index, table, counties)
    if me is not None and me.speaks_id not in seat.units and not asked.get("me"):
        found.me = me = furthest_behind(found, counties) or me
    found.peer = best_peer(found, counties, number_of(asked.get("peer", "")), me)
    set_lines(found, regions, table)
    set_notes(seat, found, table)
    set_gaps(seat, found, by_id)
    focus = number_of(asked.get("c", ""))
    behind = min(
        (g for g in found.gap_rows if g.to_city is not None),
        key=lambda g: g.to_city or 0,
        default=None,
    )
    found.focus = next((c for c in columns if c.yardstick.pk == focus), None) or (
        behind.column if behind else columns[0] if columns else None
    )
    set_trend(seat, found, codes, regions)
    set_conflicts(found, every, table, counties)
    return found


Values = dict[tuple[int, str], dict[int, tuple[int, Decimal | None, str]]]


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


def own_region(seat: Seat, counties: list[Region], asked: int | None) -> Region | None:
    """The one asked for, the one the seat speaks for, the first."""
    by_id = {r.pk: r for r in counties}
    if asked in by_id:
        return by_id[asked]
    mine = next((r for r in counties if r.speaks_id in seat.units), None)
    return mine or (counties[0] if counties else None)


def furthest_behind(found: Comparison, counties: list[Region]) -> Region | None:
    """Whom an office looks at first: the last by the index, else who is behind the city most often."""
    by_id = {r.pk: r for r in counties}
    if found.index and found.index.ranks:
        last = max(found.index.ranks.items(), key=lambda kv: kv[1].place)[0]
        return by_id.get(int(last))
    behind: dict[int, int] = {}
    for column in found.columns:
        for pk, value in column.figures.items():
            if (
                value is not None
                and column.city is not None
                and column.direction is not Direction.NONE
            ):
                behind[pk] = behind.get(pk, 0) + (
                    distance(value, column.city, column.direction) < 0
                )
    return by_id.get(max(behind, key=lambda pk: behind[pk])) if behind else None


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


def set_lines(found: Comparison, regions: list[Region], table: Values) -> None:
    """Rows of the table: counties, then city and province."""
    for region in found.regions:
        cells = [cell_of(c, region, found.period, table) for c in found.columns]
        found.lines.append(Line(region, cells, found.me is not None and region.pk == found.me.pk))
    for region in regions:
        if region.level in BACKGROUND:
            cells = []
            for column in found.columns:
                value = column.city if region.level == "city" else column.province
                got = table.get((column.yardstick.pk, found.period.code), {}).get(region.pk)
                cells.append(
                    Cell(
                        got[0] if got else None, value, text=shown(value, column.yardstick.decimals)
                    )
                )
            found.background.append(Line(region, cells))


MARKS = {"missing": "缺", "none": "不考核", "hidden": "不公布"}


def cell_of(column: Column, region: Region, period: Period, table: Values) -> Cell:
    """One county's figure in one column."""
    got = table.get((column.yardstick.pk, period.code), {}).get(region.pk)
    if got is None:
        return Cell(words="缺")
    pk, value, mark = got
    if value is None:
        return Cell(pk, mark=mark, words=MARKS.get(mark, "缺"))
    rank = column.ranks.get(region.pk)
    to_city = None
    if (
        column.city is not None
        and column.direction is not Direction.NONE
        and column.yardstick.shape != "level"
    ):
        to_city = distance(value, column.city, column.direction)
    return Cell(
        pk, value, rank=rank, to_city=to_city, last_year=column.then.get(region.pk),
        change=moved(rank, column.ranks_then.get(region.pk)),
        text=shown(value, column.yardstick.decimals),
    )  # fmt: skip


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


def best_peer(
    found: Comparison, counties: list[Region], asked: int | None, me: Region | None
) -> Region | None:
    """The one asked for; else the first of the index; else who is first most often."""
    by_id = {r.pk: r for r in counties if not me or r.pk != me.pk}
    if asked in by_id:
        return by_id[asked]
    if found.index and found.index.ranks:
        order = sorted(found.index.ranks.items(), key=lambda kv: kv[1].place)
        first = next((int(k) for k, _ in order if int(k) in by_id), None)
        if first is not None:
            return by_id[first]
    firsts = [c.best for c in found.columns if c.best in by_id]
    most = max(set(firsts), key=firsts.count, default=None)
    return by_id.get(most) if most is not None else None


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


def signed(value: Decimal | None, places: int) -> str:
    """A difference with its sign: +0.7, −7.1; — when not known."""
    if value is None:
        return "—"
    text = shown(value, places)
    return f"+{text}" if value > 0 else text


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
