"""What a comparison is made of, and how a figure is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ...engines.indicators.anomalies import Conflict
from ...engines.indicators.definition import Direction
from ...engines.indicators.index import Index
from ...engines.indicators.periods import Period
from ...engines.indicators.ranks import Rank
from ..models import Claim, Gap, PracticeCard, Region, Remark, Yardstick


def shown(value: Decimal | None, decimals: int = 1) -> str:
    """A figure as the field writes it: fixed places, a true minus, thousands; — when missing."""
    if value is None:
        return "—"
    text = f"{value:,.{decimals}f}"
    if not text.strip("-0.,"):
        text = text.lstrip("-")
    return text.replace("-", "−")


def signed(value: Decimal | None, places: int) -> str:
    """A difference with its sign: +0.7, −7.1; — when not known."""
    if value is None:
        return "—"
    text = shown(value, places)
    return f"+{text}" if value > 0 else text


def number_of(text: str) -> int | None:
    """A row number from an address."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


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
    older: list[str] = field(default_factory=list)
    stale: bool = False

    @property
    def missing(self) -> list[str]:
        """五岭县预算收入未报: said, not filled."""
        return [
            f"{line.region}{column.yardstick}{cell.words}"
            for line in self.lines
            for column, cell in zip(self.columns, line.cells, strict=True)
            if cell.value is None and cell.words
        ]
