"""试算: another method over the same facts; who moves, and by which lines. Nothing is stored."""

from dataclasses import dataclass
from decimal import Decimal

from ..actors.models import Actor
from ..engines.points import Result, Table
from ..engines.points.count import short
from .facts import gather
from .ledger import members, replay


@dataclass(frozen=True)
class Move:
    """One member under both methods."""

    person: int
    name: str
    was: Decimal
    now: Decimal
    was_place: int
    now_place: int
    was_grade: str
    now_grade: str
    why: str

    @property
    def moved(self) -> int:
        return self.was_place - self.now_place


def places(results: dict[int, Result]) -> dict[int, int]:
    """Place by total; ties are ties."""
    totals = sorted((r.total for r in results.values()), reverse=True)
    first: dict[Decimal, int] = {}
    for n, total in enumerate(totals, 1):
        first.setdefault(total, n)
    return {person: first[r.total] for person, r in results.items()}


def top(result: Result, table: Table, n: int = 2) -> str:
    """What made most of a total."""
    sums = {f"{g.label}起始": g.start for g in table.groups.values() if g.start}
    for line in result.counted:
        sums[line.rule.label] = sums.get(line.rule.label, Decimal(0)) + line.points
    best = sorted(sums.items(), key=lambda item: (-abs(item[1]), item[0]))[:n]
    return "、".join(f"{label} {short(points)}" for label, points in best) or "没有计分的事"


def compare(committee_id: int, year: int, old: Table, new: Table) -> list[Move]:
    """Every member, those who move most first. One gathering of facts for both."""
    people = members(committee_id, year)
    facts = gather(committee_id, year)
    before = replay(committee_id, year, old, people, facts)
    after = replay(committee_id, year, new, people, facts)
    was, now = places(before), places(after)
    names = dict(
        Actor.objects.filter(committee_id=committee_id, pk__in=people).values_list("pk", "name")
    )
    moves = [
        Move(
            person,
            names.get(person, ""),
            before[person].total,
            after[person].total,
            was[person],
            now[person],
            before[person].grade,
            after[person].grade,
            f"原办法主要是{top(before[person], old)}；新办法主要是{top(after[person], new)}",
        )
        for person in people
    ]
    return sorted(moves, key=lambda m: (-abs(m.moved), m.name, m.person))
