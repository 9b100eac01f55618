"""The ledger (积分账): what the replay says, held against what was posted; the difference is posted.

Replay and ledger are two ways to one number: ``replay`` computes from facts, the sum of a member's
entries is the same to the last cent after a settlement (tests keep it so).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..actors.models import Tie
from ..engines.points import Fact, Line, Result, Table, count
from ..engines.points.count import short
from .facts import exempt, gather
from .models import Entry, PointTable

Key = tuple[int, str, str, str, int]


def in_force(committee_id: int, year: int) -> PointTable | None:
    """The newest version of the year's method."""
    return PointTable.objects.filter(committee_id=committee_id, year=year).first()


def members(committee_id: int, year: int) -> list[int]:
    """In office on some day of the year."""
    ties = Tie.objects.filter(
        committee_id=committee_id, kind=Tie.Kind.MEMBER, start__lte=date(year, 12, 31)
    ).exclude(end__lt=date(year, 1, 1))
    return list(ties.order_by("who_id").values_list("who_id", flat=True).distinct())


def replay(
    committee_id: int,
    year: int,
    table: Table,
    people: Collection[int] | None = None,
    facts: list[Fact] | None = None,
) -> dict[int, Result]:
    """Everybody's year under ``table``, from facts alone. Guests and friends are not counted."""
    wanted = list(people) if people is not None else members(committee_id, year)
    ours = set(wanted)
    found = facts if facts is not None else gather(committee_id, year, people)
    results = count(table, (f for f in found if f.person in ours), wanted)
    for person in exempt(committee_id, year, people):
        if person in results:
            results[person].grade = "免评"
    return results


@dataclass(frozen=True)
class Wanted:
    """A line that should stand in the ledger."""

    person: int
    rule: str
    group: str
    what: str
    source_type: str
    source_id: int
    on: date
    points: Decimal
    why: str

    @property
    def key(self) -> Key:
        return (self.person, self.rule, self.what, self.source_type, self.source_id)


def wanted(row: PointTable, table: Table, results: dict[int, Result]) -> dict[Key, Wanted]:
    """The lines of a replay, with the points everybody begins with as lines of their own."""
    out: dict[Key, Wanted] = {}
    starts = [g for g in table.groups.values() if g.start]
    for person, result in results.items():
        for group in starts:
            line = Wanted(
                person, f"start:{group.key}", group.key, "start", "pointtable", row.year,
                date(row.year, 1, 1), group.start, f"{group.label}：起始 {short(group.start)} 分",
            )  # fmt: skip
            out[line.key] = line
        for one in result.counted:
            line = of_line(person, one)
            out[line.key] = line
    return out


def of_line(person: int, line: Line) -> Wanted:
    fact = line.fact
    return Wanted(
        person, line.rule.key, line.rule.group, fact.what, fact.source_type, fact.source_id,
        fact.on, line.points, line.why[:400],
    )  # fmt: skip


def totals(committee_id: int, year: int, people: Collection[int]) -> dict[int, Decimal]:
    """Sums of the ledger."""
    out: dict[int, Decimal] = dict.fromkeys(people, Decimal(0))
    rows = Entry.objects.filter(committee_id=committee_id, year=year, person_id__in=people)
    for person, points in rows.values_list("person_id", "points"):
        out[person] += points
    return out
