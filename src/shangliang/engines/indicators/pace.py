"""Pace towards a yearly target and an honest range of what the year may end at (S-144)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .definition import Definition, Shape, Span

HUNDRED = Decimal(100)


class PaceRefused(ValueError):
    """This figure has no pace; ``str()`` says why."""


@dataclass(frozen=True)
class Pace:
    """Done and expected in per cent of the target; what each week must bring from here."""

    done: Decimal
    expected: Decimal
    days_left: int
    need: Decimal  # in the target's unit, until the year's end
    per_week: Decimal

    @property
    def behind(self) -> Decimal:
        """Percentage points behind the line (below zero: ahead)."""
        return self.expected - self.done


def pace(
    definition: Definition, done: Decimal, target: Decimal, on: date, plan: Decimal | None = None
) -> Pace:
    """``plan``: the share in per cent due by ``on``, where the office set one; else by months done.

    Sixty per cent on 30 September against 75 expected is 15 points behind.
    """
    if definition.shape is not Shape.LEVEL or definition.span is not Span.CUMULATIVE:
        raise PaceRefused(
            f"“{definition.name}”不是累计总量，没有序时进度；增速要看能不能达到目标值。"
        )
    if target <= 0:
        raise PaceRefused("目标要大于零，才算得出完成率。")
    expected = plan if plan is not None else line(on)
    need = max(target - done, Decimal(0))
    days = (date(on.year, 12, 31) - on).days
    weeks = Decimal(days) / 7
    per_week = need / weeks if weeks else need
    return Pace(done / target * HUNDRED, expected, days, need, per_week)


def line(on: date) -> Decimal:
    """The schedule line: months done of twelve, the running month by its days."""
    following = date(on.year + on.month // 12, on.month % 12 + 1, 1)
    days = (following - date(on.year, on.month, 1)).days
    return (Decimal(on.month - 1) + Decimal(on.day) / days) / 12 * HUNDRED


@dataclass(frozen=True)
class Forecast:
    """Where the year may end. ``basis`` says from what; a range from few years is called so."""

    low: Decimal
    middle: Decimal
    high: Decimal
    years: int
    basis: str

    def chance(self, target: Decimal) -> str:
        """In words, without a percentage nobody could defend."""
        if self.low >= target:
            return "照往年走势能完成"
        if self.high < target:
            return "照往年走势完不成"
        return "两可之间"


def forecast(
    now: Decimal, number: int, periods: int, past: Mapping[int, Mapping[int, Decimal]]
) -> Forecast:
    """The year's end from the share earlier years had reached after ``number`` of ``periods``.

    ``past``: {year: {number: cumulated}}. With two years or more the range is that of their shares;
    with less it is the straight line, widened by a quarter of what is still to come, and says so.
    """
    if number >= periods:
        return Forecast(now, now, now, len(past), "全年数已出")
    shares = sorted(
        year[number] / year[periods]
        for year in past.values()
        if year.get(number) and year.get(periods) and year[number] > 0 and year[periods] > 0
    )
    if len(shares) >= 2:
        ends = sorted(now / share for share in shares)
        middle = now / (sum(shares, Decimal(0)) / len(shares))
        words = f"按{len(shares)}个往年同期占全年的比重推算"
        if len(shares) < 5:
            words += "，年份少，实际可能超出这个范围"
        return Forecast(ends[0], middle, ends[-1], len(shares), words)
    middle = now * periods / number
    slack = (middle - now) / 4
    return Forecast(
        middle - slack, middle, middle + slack, len(shares), "没有两年以上的往年数，按匀速推算，上下放宽剩余部分的四分之一"
    )  # fmt: skip
