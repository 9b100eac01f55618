"""What an indicator is: two figures may be compared only when their definitions allow it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from .units import Unit, unit_of


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class Shape(StrEnum):
    """A total adds up over regions; a rate and a share only with weights."""

    LEVEL = "level"
    RATE = "rate"
    SHARE = "share"


class Span(StrEnum):
    """Since the year's begin, within the period, or on its last day."""

    CUMULATIVE = "cumulative"
    PERIOD = "period"
    POINT = "point"


@dataclass(frozen=True)
class Definition:
    """One version of an indicator. ``version`` rises when unit, direction or scope changes."""

    code: str
    name: str
    unit: str
    direction: Direction = Direction.HIGHER
    shape: Shape = Shape.LEVEL
    span: Span = Span.CUMULATIVE
    source: str = ""
    version: int = 1
    decimals: int = 1
    aliases: tuple[str, ...] = field(default=())

    @property
    def measured_in(self) -> Unit:
        return unit_of(self.unit)

    @property
    def difference_unit(self) -> str:
        """The unit of a difference: of percentages, 个百分点."""
        return self.measured_in.difference


@dataclass(frozen=True)
class Revision:
    """One statement of a figure: the later revision is in force, the earlier ones stay."""

    value: Decimal | None
    revision: int = 0
    source: str = ""
    on: str = ""  # ISO date


def in_force(revisions: list[Revision]) -> Revision | None:
    """The figure in force: the highest revision number, whatever the order they came in."""
    return max(revisions, key=lambda r: r.revision, default=None)


def better(one: Decimal, other: Decimal, direction: Direction) -> bool | None:
    """Whether ``one`` is better; ``None`` when equal or when the indicator does not say."""
    if direction is Direction.NONE or one == other:
        return None
    return (one > other) == (direction is Direction.HIGHER)


def distance(own: Decimal, other: Decimal, direction: Direction) -> Decimal:
    """How far ``own`` is behind (below zero) or ahead of ``other``, signed by direction."""
    return other - own if direction is Direction.LOWER else own - other


class NotComparable(ValueError):
    """Two definitions that must not be put in one calculation; ``str()`` says why."""


def must_agree(one: Definition, other: Definition) -> None:
    """Refuse figures whose unit family, shape, span or direction differ."""
    if one.measured_in.family != other.measured_in.family:
        raise NotComparable(
            f"“{one.name}”按{one.unit}计，“{other.name}”按{other.unit}计，单位不同，不能放在一起算。"
        )
    if one.span is not other.span:
        raise NotComparable(f"“{one.name}”和“{other.name}”一个是累计、一个不是，不能直接相比。")
    if one.direction is not other.direction:
        raise NotComparable(
            f"“{one.name}”第{one.version}版和第{other.version}版高低方向相反，不能连成一条线。"
        )
