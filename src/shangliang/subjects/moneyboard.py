"""资金页: one fund by level and county, the two failures apart, with a bar for each line."""

from dataclasses import dataclass
from decimal import Decimal

from .failures import MISSING, UNSPENT, failures_of, is_in_place
from .models import ZERO, FundLine
from .money import in_wan, rate, words_of
from .rules import rules

WIDE = 100


@dataclass
class Line:
    """One line of the table. Widths are percent of the largest amount due or in place."""

    row: FundLine
    failures: list[str]
    in_place: bool
    wide: dict[str, str]

    @property
    def missing(self) -> bool:
        return MISSING in self.failures

    @property
    def unspent(self) -> bool:
        return UNSPENT in self.failures

    @property
    def unproven(self) -> Decimal:
        """In place by word only."""
        return self.row.arrived - self.row.proven

    @property
    def rate(self) -> Decimal | None:
        return rate(self.row.spent, self.row.arrived)

    @property
    def cells(self) -> tuple[str, str, str]:
        return in_wan(self.row.due), in_wan(self.row.arrived), in_wan(self.row.spent)

    @property
    def short(self) -> str:
        return words_of(self.row.due - self.row.arrived) if self.row.due > self.row.arrived else ""

    @property
    def reason(self) -> str:
        return rules().reasons.get(self.row.reason_code, "")


@dataclass
class Level:
    """1/1 city, 0/10 counties: how many lines of a level are in place, proven."""

    key: str
    label: str
    lines: list[Line]

    @property
    def arrived(self) -> int:
        return sum(line.in_place for line in self.lines)

    @property
    def wanted(self) -> int:
        return sum(line.row.due > 0 for line in self.lines)


@dataclass
class Board:
    """A fund as its page shows it."""

    levels: list[Level]
    due: Decimal
    arrived: Decimal
    spent: Decimal

    @property
    def lines(self) -> list[Line]:
        return [line for level in self.levels for line in level.lines]

    @property
    def rate(self) -> Decimal | None:
        return rate(self.spent, self.arrived)

    @property
    def missing(self) -> int:
        return sum(line.missing for line in self.lines)

    @property
    def unspent(self) -> int:
        return sum(line.unspent for line in self.lines)

    @property
    def words(self) -> dict[str, str]:
        return {
            "due": words_of(self.due),
            "arrived": words_of(self.arrived),
            "spent": words_of(self.spent),
        }

    @property
    def cells(self) -> tuple[str, str, str]:
        return in_wan(self.due), in_wan(self.arrived), in_wan(self.spent)


def board_of(rows: list[FundLine]) -> Board:
    """The lines of one fund, by level."""
    most = max((max(row.due, row.arrived, row.spent) for row in rows), default=ZERO) or Decimal(1)

    def wide(amount: Decimal) -> str:
        return f"{WIDE * amount / most:.2f}"

    by_level: dict[str, list[Line]] = {}
    for row in rows:
        by_level.setdefault(row.level, []).append(
            Line(
                row,
                failures_of(row),
                is_in_place(row),
                {"due": wide(row.due), "arrived": wide(row.arrived), "spent": wide(row.spent)},
            )
        )
    return Board(
        [Level(k, label, by_level[k]) for k, label in FundLine.Level.choices if k in by_level],
        sum((row.due for row in rows), ZERO),
        sum((row.arrived for row in rows), ZERO),
        sum((row.spent for row in rows), ZERO),
    )
