"""What targets come to when figures arrive: met, not met, by which branch; pace and forecast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..engines.indicators.definition import Direction
from ..engines.indicators.pace import Forecast, Pace, PaceRefused, forecast, pace
from ..engines.indicators.periods import of_code
from ..engines.indicators.ranks import ranks
from ..engines.indicators.rules import Verdict, evaluate, read
from ..procedures.office_calendar import today
from .figures_known import definition_of
from .models import Batch, Reading, Region, Target, Yardstick
from .telling import keepers, staff

Table = dict[tuple[int, str], dict[int, Decimal | None]]  # (indicator, period) -> {region: value}


def figures(committee_id: int, pairs: Iterable[tuple[int, str]]) -> Table:
    """Figures in force of these indicators in these periods; one question."""
    wanted = list(pairs)
    rows = Reading.objects.filter(
        committee_id=committee_id,
        yardstick_id__in={y for y, _ in wanted},
        period__in={p for _, p in wanted},
        current=True,
    ).values_list("yardstick_id", "period", "region_id", "value")
    out: Table = {}
    for yardstick, period, region, value in rows:
        out.setdefault((yardstick, period), {})[region] = value
    return out


def needed_periods(target: Target) -> list[tuple[int, str]]:
    """What a target is judged with: its period, a year before, the period before."""
    period = of_code(target.period)
    codes = (period.code, period.last_year().code, period.before().code)
    return [(target.yardstick_id, code) for code in codes]


@dataclass
class Outcome:
    """One target today. ``verdict`` for a rule, ``reached`` for a value; None: not yet known."""

    target: Target
    value: Decimal | None
    verdict: Verdict | None
    reached: bool | None
    difference: Decimal | None = None

    @property
    def met(self) -> bool | None:
        """Both where both are asked."""
        said = [m for m in (self.verdict.met if self.verdict else ..., self.reached if self.target.value is not None else ...) if m is not ...]  # fmt: skip
        if False in said:
            return False
        return None if None in said or not said else True

    @property
    def words(self) -> str:
        return self.verdict.words() if self.verdict else ""


def outcome(target: Target, table: Table, regions: Mapping[str, int]) -> Outcome:
    """``regions``: {city, province: region id}."""
    yardstick = target.yardstick
    direction = Direction(yardstick.direction)
    period = of_code(target.period)
    now = table.get((yardstick.pk, period.code), {})
    value = now.get(target.region_id)
    reached = None
    difference = None
    if target.value is not None and value is not None:
        difference = target.value - value if direction is Direction.LOWER else value - target.value
        reached = difference >= 0
    verdict = None
    if target.rule:
        whole = set(regions.values())
        rank = None
        if direction is not Direction.NONE:
            order = ranks({r: v for r, v in now.items() if r not in whole}, direction)
            place = order.get(target.region_id)
            rank = Decimal(place.place) if place else None
        verdict = evaluate(
            read(target.rule),
            {
                "value": value,
                "rank": rank,
                "city": now.get(regions.get("city", 0)),
                "province": now.get(regions.get("province", 0)),
                "last_year": table.get((yardstick.pk, period.last_year().code), {}).get(target.region_id),
                "previous": table.get((yardstick.pk, period.before().code), {}).get(target.region_id),
                "target": target.value,
            },
            direction,
        )  # fmt: skip
    return Outcome(target, value, verdict, reached, difference)


def wholes(committee_id: int) -> dict[str, int]:
    """{city, province: region id}; counties and peers have no place here."""
    rows = Region.objects.filter(committee_id=committee_id, level__in=["city", "province"])
    return dict(rows.values_list("level", "pk"))


def outcomes(committee_id: int, targets: Sequence[Target]) -> list[Outcome]:
    """All of them with two questions."""
    table = figures(committee_id, [p for t in targets for p in needed_periods(t)])
    regions = wholes(committee_id)
    return [outcome(t, table, regions) for t in targets]


def unmet(committee_id: int, period: str) -> int:
    """How many targets of a period were missed, by the figures in force."""
    rows = Target.objects.filter(committee_id=committee_id, period=period)
    found = outcomes(committee_id, list(rows.select_related("yardstick", "region")))
    return sum(o.met is False for o in found)


def tell_targets(
    committee_id: int, periods: Sequence[str], changed: set[int], batch: Batch
) -> None:
    """Evaluate the targets these figures speak to, and tell those who own them; nobody has to ask."""
    from ..notices.post import post

    rows = list(
        Target.objects.filter(
            committee_id=committee_id, period__in=periods, yardstick_id__in=changed
        ).select_related("yardstick", "region")
    )
    if not rows:
        return
    found = outcomes(committee_id, rows)
    url = f"/targets/?period={periods[-1]}"
    unmet: dict[int, list[Outcome]] = {}
    for one in found:
        if one.met is False and one.target.region.speaks_id:
            unmet.setdefault(one.target.region.speaks_id, []).append(one)
    for unit, mine in unmet.items():
        names = "、".join(str(o.target.yardstick) for o in mine[:3])
        post(
            committee_id=committee_id, to=staff(committee_id, [unit]), kind="yardsticks.target",
            text=f"新数据到了：{names}等{len(mine)}项目标未达到，请看差距。", case=batch, url=url,
        )  # fmt: skip
    met = sum(o.met is True for o in found)
    post(
        committee_id=committee_id, to=keepers(committee_id), kind="yardsticks.target",
        text=f"按新数据核对{len(found)}项目标：达到{met}项，未达到{sum(o.met is False for o in found)}项。",
        case=batch, url=url,
    )  # fmt: skip


@dataclass
class Countdown:
    """A yearly target on its way: pace and forecast, or why there is none."""

    pace: Pace | None
    forecast: Forecast | None
    refused: str = ""


def countdown(
    target: Target,
    yardstick: Yardstick,
    this: Mapping[int, Decimal],
    past: Mapping[int, Mapping[int, Decimal]],
) -> Countdown:
    """The target of a year seen from the last month it has figures for; cumulated, by month.

    The forecast rests on that month too, unless only an earlier one has two years to compare with.
    """
    if target.value is None:
        return Countdown(None, None, "没有目标值")
    last = max(this)
    ends = of_code(f"{of_code(target.period).year}M{last:02d}").ends
    try:
        found = pace(definition_of(yardstick), this[last], target.value, min(ends, today()))
    except PaceRefused as error:
        return Countdown(None, None, str(error))
    known = [m for m in this if sum(bool(y.get(m) and y.get(12)) for y in past.values()) >= 2]
    base = max(known, default=last)
    ahead = forecast(this[base], base, 12, past)
    if base < last:
        low, middle, high = (max(v, this[last]) for v in (ahead.low, ahead.middle, ahead.high))
        words = f"{ahead.basis}（{base}月的数；{last}月没有两个往年可比）"
        ahead = replace(ahead, low=low, middle=middle, high=high, basis=words)
    return Countdown(found, ahead)
