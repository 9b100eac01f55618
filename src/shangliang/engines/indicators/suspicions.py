"""Doubts that need no history: beside the other regions, beside the level behind a rate, across periods.

Each one is a question to whoever sent the table; nothing is mended here.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from statistics import median

from .definition import Definition, Shape
from .flags import Flag, flag
from .periods import of_code

LEAST_PEERS = 3
# 36,526 is 2000-01-01 and 55,153 the last day of 2050 as a spreadsheet counts days.
DAYS = (Decimal(36526), Decimal(55153))
# A level some five hundred times its peers is no small county; ten thousand times, a unit.
FAR, APART = Decimal(500), Decimal(60)
TAILS = ("自治县", "示范区", "新区", "县", "区", "市", "旗")


def beside_peers(
    definition: Definition, period: str, row: Mapping[str, Decimal | None]
) -> list[Flag]:
    """万 for 亿, a date that became a number: one figure quite apart from all the others of its column."""
    known = {r: v for r, v in row.items() if v is not None}
    found: list[Flag] = []
    for region, value in known.items():
        others = [abs(v) for r, v in known.items() if r != region and v]
        if len(others) < LEAST_PEERS - 1 or not value:
            continue
        usual = Decimal(median(others))
        place = {"region": region, "indicator": definition.code, "period": period}
        # Amounts may really be as large as a day's number; then only one quite apart is asked about.
        strange = 1000 if definition.shape is not Shape.LEVEL else DAYS[0] / APART
        if value == value.to_integral_value() and DAYS[0] <= value <= DAYS[1] and usual < strange:
            found.append(flag("date_as_number", f"{region}是{_n(value)}，像是一个日期被表格软件当成了数。", stops=True).at(**place))  # fmt: skip
            continue
        if definition.shape is not Shape.LEVEL:
            continue
        apart = {"大": 0, "小": 0}
        for other in others:
            times = abs(value) / other
            if times > FAR and times / 10000 > 1 / APART and times / 10000 < APART:
                apart["大"] += 1
            elif times < 1 / FAR and times * 10000 < APART and times * 10000 > 1 / APART:
                apart["小"] += 1
        # More than half of the others must say so, else it is they who are apart.
        way = next((w for w, n in apart.items() if n * 2 > len(others)), "")
        if way:
            found.append(flag("wan_yi", f"{region}的{value.normalize():f}比别的地区{way}约一万倍，像是万和亿混了。", stops=True).at(**place))  # fmt: skip
    return found


def lost_minus(
    rate: Definition,
    level: Definition,
    period: str,
    rates: Mapping[str, Decimal | None],
    now: Mapping[str, Decimal | None],
    then: Mapping[str, Decimal | None],
) -> list[Flag]:
    """A stated growth whose sign is not that of the amounts it belongs to, of about the same size."""
    found: list[Flag] = []
    for region, said in rates.items():
        here, before = now.get(region), then.get(region)
        if not said or here is None or not before:
            continue
        grown = (here / before - 1) * 100
        if said * grown < 0 and abs(abs(said) - abs(grown)) <= max(Decimal(3), abs(said) / 5):
            found.append(
                flag("minus_lost", f"{region}{rate.name}写{_n(said)}，按{level.name}（{_n(before)}→{_n(here)}）算是{_n(round(grown, 1))}，像是丢了或多了负号。", stops=True)
                .at(region=region, indicator=rate.code, period=period)
            )  # fmt: skip
    return found


def changed_regions(tables: Mapping[tuple[str, str], Mapping[str, Decimal | None]]) -> list[Flag]:
    """A region that stops where another begins: renamed, split or merged; their figures are not joined."""
    seen: dict[str, set[str]] = {}
    for (_, period), row in tables.items():
        for region in row:
            seen.setdefault(region, set()).add(period)
    ends = {r: max(of_code(p).ends for p in codes) for r, codes in seen.items()}
    starts = {r: min(of_code(p).ends for p in codes) for r, codes in seen.items()}
    last = max(ends.values(), default=None)
    first = min(starts.values(), default=None)
    gone = [r for r, day in ends.items() if day != last]
    come = [r for r, day in starts.items() if day != first]
    found: list[Flag] = []
    for region in gone:
        after = [r for r in come if starts[r] > ends[region]]
        named = [r for r in after if stem(r) == stem(region)]
        if named:
            found.append(flag("region_renamed", f"{region}到{ends[region]}为止，{named[0]}从{starts[named[0]]}起：像是改了名。没有接成一条，请先定。").at(region=region))  # fmt: skip
        elif after:
            found.append(flag("region_ended", f"{region}到{ends[region]}为止，{'、'.join(after[:4])}是后来的：像是撤并或分设。前后没有相加，也没有相接。").at(region=region))  # fmt: skip
    return found


def stem(name: str) -> str:
    """虞城县 and 虞城区 are one name: without the word for its kind."""
    for tail in TAILS:
        if name.endswith(tail) and len(name) > len(tail):
            return name[: -len(tail)]
    return name


def _n(value: Decimal) -> str:
    return f"{value.normalize():f}".replace("-", "−")
