"""What if (情景测算): share × change in growth, forwards and backwards, always in percentage points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

HUNDRED = Decimal(100)
ASSUMED = (
    "其他行业、其他县区的增速不变",
    "份额用基期的，年内不变",
    "不计行业之间的带动，实际影响可能更大",
)


@dataclass(frozen=True)
class Lever:
    """One thing moved: its ``share`` of the whole in per cent, growth now and then, in per cent.

    ``share_low`` and ``share_high`` bound a share that is not known exactly.
    """

    name: str
    share: Decimal
    now: Decimal
    then: Decimal
    share_low: Decimal | None = None
    share_high: Decimal | None = None
    source: str = ""

    def __post_init__(self) -> None:
        bounds = (self.share, self.share_low, self.share_high)
        if any(s is not None and not 0 <= s <= HUNDRED for s in bounds):
            raise ValueError(f"“{self.name}”的份额要在0到100%之间。")
        low, high = self.share_low, self.share_high
        if (low is not None and low > self.share) or (high is not None and high < self.share):
            raise ValueError(f"“{self.name}”的份额要在它自己的上下限之间。")

    @property
    def effect(self) -> Decimal:
        """Percentage points of the whole's growth."""
        return self.share / HUNDRED * (self.then - self.now)

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        change = self.then - self.now
        low = self.share if self.share_low is None else self.share_low
        high = self.share if self.share_high is None else self.share_high
        one, other = low / HUNDRED * change, high / HUNDRED * change
        return min(one, other), max(one, other)


@dataclass(frozen=True)
class Scenario:
    """The whole's growth before and after, the range, and what was taken for granted."""

    before: Decimal
    after: Decimal
    low: Decimal
    high: Decimal
    parts: tuple[tuple[str, Decimal], ...]
    assumptions: tuple[str, ...] = field(default=ASSUMED)

    @property
    def effect(self) -> Decimal:
        return self.after - self.before

    def words(self) -> str:
        """增速由-0.8%变为-0.3%，提高0.5个百分点."""
        change = self.effect
        if change == 0:
            return f"增速仍为{plain(self.before)}%"
        way = "提高" if change > 0 else "降低"
        span = (
            f"（{plain(abs(self.low - self.before))}到{plain(abs(self.high - self.before))}）"
            if self.low != self.high
            else ""
        )
        return (
            f"增速由{plain(self.before)}%变为{plain(self.after)}%，"
            f"{way}{plain(abs(change))}{span}个百分点"
        )


def forwards(whole: Decimal, levers: Sequence[Lever]) -> Scenario:
    """What the whole's growth becomes. Shares together may not pass 100 per cent."""
    if sum((lever.share for lever in levers), Decimal(0)) > HUNDRED:
        raise ValueError("各项份额加起来超过100%，请核对份额。")
    parts = tuple((lever.name, lever.effect) for lever in levers)
    effect = sum((points for _, points in parts), Decimal(0))
    low = sum((lever.ends[0] for lever in levers), Decimal(0))
    high = sum((lever.ends[1] for lever in levers), Decimal(0))
    return Scenario(whole, whole + effect, whole + low, whole + high, parts)


def implied_share(effect: Decimal, gap: Decimal) -> Decimal:
    """Backwards: the share in per cent that a claim rests on: +0.5 from a gap of 6 points: 8.3.

    Raises ValueError when no share between 0 and 100 per cent can do it.
    """
    if gap == 0:
        raise ValueError("两个增速一样，怎么变都带不动总的增速。")
    share = effect / gap * HUNDRED
    if not 0 <= share <= HUNDRED:
        raise ValueError(
            f"要让总的增速变{plain(effect)}个百分点，份额得是{plain(share.quantize(Decimal('0.1')))}%，"
            "不可能。请核对是百分点还是百分之几，以及正负号。"
        )
    return share


def needed_rate(effect: Decimal, share: Decimal, now: Decimal) -> Decimal:
    """Backwards: the growth a part must reach to move the whole by ``effect`` points."""
    if not 0 < share <= HUNDRED:
        raise ValueError("份额要大于0，不超过100%。")
    return now + effect / share * HUNDRED


def catch_up(own: Decimal, other: Decimal, other_rate: Decimal, years: int) -> Decimal:
    """Yearly growth in per cent by which ``own`` reaches ``other`` in ``years``, which itself grows.

    (other × (1 + its rate)^n ÷ own)^(1/n) − 1, as gap tables give it.
    """
    if own <= 0 or other <= 0 or years < 1:
        raise ValueError("追赶要用正的总量和至少一年。")
    future = other * (1 + other_rate / HUNDRED) ** years
    return ((future / own) ** (Decimal(1) / years) - 1) * HUNDRED


def plain(value: Decimal) -> str:
    """Without needless zeros, two places at most, with a true minus."""
    text = f"{value.quantize(Decimal('0.01')).normalize():f}"
    return "0" if text in ("-0", "0") else text.replace("-", "−")
