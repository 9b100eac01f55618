"""What every digest is made of: tables, warnings, and what they are counted from."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from ...models import Entry, Region
from ..book import Ledger


@dataclass
class Table:
    """One table: heads, rows of plain cells, what must catch the eye."""

    title: str
    heads: list[str]
    rows: list[list[Any]]
    foot: list[Any] = field(default_factory=list)
    note: str = ""


@dataclass
class Digest:
    """Tables and warnings above a ledger's rows."""

    tables: list[Table] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    drawing: SafeString | None = None


@dataclass
class Given:
    """What a digest works with."""

    book: Ledger
    rows: Sequence[Entry]  # those that count
    every: Sequence[Entry]
    regions: Sequence[Region]
    goals: dict[int, Decimal]


def num(row: Entry, code: str) -> Decimal | None:
    """A number of a row."""
    said = row.data.get(code)
    return Decimal(said) if said not in (None, "") else None


def plain(value: Decimal | None, places: int = 1) -> str:
    """A number as read: no idle zeros, a true minus."""
    if value is None:
        return "—"
    text = f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"
    return text.replace("-", "−")


def limits(given: Given) -> list[str]:
    """Where a rule of at least is not kept; named, nothing is filled in."""
    found = []
    for limit in given.book.limits:
        mine = [r for r in given.rows if r.data.get(limit.field) == limit.value]
        if limit.whole:
            if len(mine) < limit.least:
                found.append(limit.words)
            continue
        has: dict[int | None, int] = defaultdict(int)
        for row in mine:
            has[row.region_id] += 1
        bare = [r.name for r in given.regions if has[r.pk] < limit.least]
        if bare:
            found.append(f"{limit.words}：{'、'.join(bare)}还没有。")
    return found


def by_choice(given: Given, title: str) -> Table:
    """County × choice of the ledger's group."""
    group = given.book.field(given.book.group)
    assert group is not None
    cells: dict[tuple[int | None, str], int] = defaultdict(int)
    for row in given.rows:
        cells[row.region_id, row.data.get(group.code, "")] += 1
    rows = [
        [r.name, *[cells[r.pk, c] or "" for c in group.choices], sum(cells[r.pk, c] for c in group.choices)]
        for r in given.regions
    ]  # fmt: skip
    foot = ["合计", *[sum(n for (_, x), n in cells.items() if x == c) for c in group.choices]]
    return Table(title, ["县区", *group.choices, "合计"], rows, [*foot, len(given.rows)])
