"""A table of figures → ranks, means, contributions, gaps, flags: what the command line and notebooks use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from .anomalies import Conflict, Pair, conflicts
from .contributions import Cell, Decomposition, decompose
from .definition import Definition, Direction, Shape, Span
from .doubts import Figure, missing_periods, repeated, to_unit
from .flags import Flag, flag
from .gaps import GapLine, gap_lines
from .means import Mean, MeanRefused, check_weights, mean
from .periods import of_code
from .ranks import Rank, ranks, standing
from .suspicions import changed_regions
from .units import unit_of
from .whole_table import CITY, PROVINCE, beside_columns, beside_past, turned_ways

__all__ = ["CITY", "PROVINCE", "Analysis", "Block", "analyse", "define", "signs"]

# Names of figures that are better when lower; told in the output as assumed.
LOWER = (
    "能耗",
    "失业",
    "死亡",
    "事故",
    "投诉",
    "空置",
    "贫困",
    "超标",
    "负债",
    "缺口",
    "逾期",
    "PM2.5",
    "排放",
)


@dataclass
class Block:
    """One indicator in one period."""

    definition: Definition
    period: str
    figures: dict[str, Decimal | None]
    stated: Decimal | None = None  # the city's own figure
    province: Decimal | None = None
    ranks: dict[str, Rank] = field(default_factory=dict)
    mean: Mean | None = None
    by_weights: bool = False
    refused: str = ""
    decomposition: Decomposition | None = None
    gaps: dict[str, GapLine] = field(default_factory=dict)

    @property
    def reference(self) -> Decimal | None:
        """What gaps are measured from: the stated figure, else the weighted mean."""
        if self.stated is not None:
            return self.stated
        return self.mean.value if self.mean else None


@dataclass
class Analysis:
    """Everything found in one table."""

    blocks: list[Block]
    flags: list[Flag]
    conflicts: list[Conflict] = field(default_factory=list)


def define(name: str, unit: str, lower: Sequence[str] = ()) -> Definition:
    """An indicator known by its name and unit only: per cent is a rate, anything else a total."""
    family = unit_of(unit).family
    down = name in lower or any(word in name for word in LOWER)
    share = (
        family == "percent" and any(w in name for w in ("比重", "占比", "率")) and "增" not in name
    )
    return Definition(
        name,
        name,
        unit,
        Direction.LOWER if down else Direction.HIGHER,
        (Shape.SHARE if share else Shape.RATE) if family in ("percent", "points") else Shape.LEVEL,
        Span.CUMULATIVE,
    )


def analyse(
    figures: Sequence[Figure],
    weights: Mapping[str, Mapping[str, Decimal]] | None = None,
    definitions: Mapping[str, Definition] | None = None,
    pairs: Sequence[Pair] = (),
    lower: Sequence[str] = (),
    directions: Mapping[tuple[str, str], Direction] | None = None,
) -> Analysis:
    """``weights``: {indicator, or "" for all: {region: share or base amount}}.

    ``directions``: {(indicator, period): which way is good}, where the table says so itself.
    """
    flags = [*repeated(figures), *missing_periods(figures)]
    disputed = {(f.region, f.indicator, f.period) for f in flags if f.code == "two_revisions"}
    known = dict(definitions or {})
    for one in figures:
        known.setdefault(one.indicator, define(one.indicator, one.unit, lower))
    tables: dict[tuple[str, str], dict[str, Decimal | None]] = {}
    for one in figures:
        value, said = to_unit(one, known[one.indicator])
        flags.extend(said)
        if (one.region, one.indicator, one.period) in disputed:
            value = None
        tables.setdefault((one.indicator, one.period), {})[one.region] = value
    beside = beside_columns(tables, known)
    flags.extend(
        beside_past(tables, known, {(f.region, f.indicator, f.period) for f in beside if f.stops})
    )
    flags.extend(beside)
    flags.extend(changed_regions(tables))
    doubted = {(f.region, f.indicator, f.period) for f in flags if f.stops and f.region}
    usable, weight_flags = _weights(weights or {})
    flags.extend(weight_flags)
    unusable = {f.indicator: f.words for f in weight_flags}
    blocks = []
    ways = directions or {}
    flags.extend(turned_ways(ways))
    order = {name: n for n, name in reversed(list(enumerate(name for name, _ in tables)))}
    for name, period in sorted(
        tables, key=lambda key: (order[key[0]], of_code(key[1]).ends, key[1])
    ):
        row = tables[name, period]
        if (name, period) in ways:
            known[name] = replace(known[name], direction=ways[name, period])
        kept = {r: None if (r, name, period) in doubted else v for r, v in row.items()}
        silent = {
            r
            for r, v in tables[name, period].items()
            if v is None and (r, name, period) not in doubted
        }
        blocks.append(_block(known[name], period, kept, usable, flags, unusable, silent))
    found = _conflicts(blocks, pairs)
    flags.extend(
        Flag("anomaly", c.question, region=c.region, indicator=c.one, period=period)
        for period, c in found
    )
    return Analysis(blocks, flags, [c for _, c in found])


def _block(
    definition: Definition,
    period: str,
    row: dict[str, Decimal | None],
    weights: Mapping[str, Mapping[str, Decimal]],
    flags: list[Flag],
    unusable: Mapping[str, str],
    silent: set[str],
) -> Block:
    """``silent``: regions that gave no figure; those whose figure is in doubt have a flag of their own."""
    parts = {r: v for r, v in row.items() if r not in CITY and r not in PROVINCE}
    stated = next((row[r] for r in CITY if r in row), None)
    province = next((row[r] for r in PROVINCE if r in row), None)
    block = Block(definition, period, parts, stated, province)
    place = {"indicator": definition.code, "period": period}
    flags.extend(
        flag("missing", f"{region}没有数，不补零，不参加排位。").at(region=region, **place)
        for region in parts
        if region in silent
    )
    if definition.direction is not Direction.NONE:
        block.ranks = ranks(parts, definition.direction)
    own = weights.get(definition.code) or weights.get("")
    try:
        block.mean, block.by_weights = mean(definition, parts, own), bool(own)
    except MeanRefused as error:
        block.refused = str(error)
        if not own and (why := unusable.get(definition.code) or unusable.get("")):
            block.refused = f"给的权数没有用：{why}{block.refused}"
        code = "weight_missing" if own else "mean_refused"
        flags.append(flag(code, block.refused).at(**place))
    if own and block.mean and definition.shape is not Shape.LEVEL:
        cells = [Cell((r,), own[r], v) for r, v in parts.items() if r in own]
        block.decomposition = decompose(cells, published=stated)
    block.gaps = gap_lines(definition, parts, block.reference)
    return block


def _weights(
    given: Mapping[str, Mapping[str, Decimal]],
) -> tuple[dict[str, Mapping[str, Decimal]], list[Flag]]:
    """Shares must sum to one; amounts (a base in 亿元, say) may sum to anything. Shares that do not are not used."""
    usable: dict[str, Mapping[str, Decimal]] = {}
    flags: list[Flag] = []
    for name, row in given.items():
        total = sum(row.values(), Decimal(0))
        # None above one: shares, whatever they come to; ones alone would be a plain mean in disguise.
        small = max(row.values(), default=Decimal(0)) <= 1
        shares = (
            small or Decimal("0.5") < total < Decimal("1.5") or Decimal(50) < total < Decimal(150)
        )
        said = check_weights(row)
        if said and (shares or any(w < 0 for w in row.values())):
            flags.append(flag("weights_sum", said, stops=True).at(indicator=name))
            continue
        usable[name] = row
    return usable, flags


def _conflicts(blocks: Sequence[Block], pairs: Sequence[Pair]) -> list[tuple[str, Conflict]]:
    """Each period's rates beside each other; without pairs given, power beside output and 生产总值."""
    found: list[tuple[str, Conflict]] = []
    for period in sorted({b.period for b in blocks}):
        rates = [b for b in blocks if b.period == period and b.definition.shape is Shape.RATE]
        chosen = list(pairs) or _usual_pairs([b.definition.code for b in rates])
        table: dict[str, dict[str, Decimal | None]] = {}
        for block in rates:
            for region, value in block.figures.items():
                table.setdefault(region, {})[block.definition.code] = value
        found += [(period, c) for c in conflicts(table, chosen)]
    return found


def _usual_pairs(names: Sequence[str]) -> list[Pair]:
    power = [n for n in names if "用电" in n]
    output = [n for n in names if "生产总值" in n or "GDP" in n.upper() or "工业增加值" in n]
    return [Pair(a, b, "用电和产出一般同向") for a in power for b in output]


def signs(block: Block) -> dict[str, list[str]]:
    """Above or below the reference is not a sign: both are said apart."""
    if block.reference is None:
        return {}
    stand = {r: standing(v, block.reference) for r, v in block.figures.items() if v is not None}
    return {
        "above": [r for r, s in stand.items() if s.above],
        "below": [r for r, s in stand.items() if s.difference < 0],
        "positive": [r for r, s in stand.items() if s.value > 0],
        "negative": [r for r, s in stand.items() if s.value < 0],
        "above_but_negative": [r for r, s in stand.items() if s.above and s.negative],
    }
