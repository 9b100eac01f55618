"""One member's year as the page shows it: blocks with their lines, last year, points, words."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ..engines.points import Fact
from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from .blocks import BLOCKS, LABELS, Record, records
from .facts import two_years
from .homework import Work, homework
from .ledger import in_force
from .models import Confirmation, Contest, Entry, PointTable, Statement
from .sources import address_of


@dataclass
class Group:
    """Facts of one kind in a block: how many, last year, and each with its page."""

    what: str
    label: str
    number: int
    before: int
    lines: list[tuple[Fact, str, Contest | None]]


@dataclass
class Year:
    """Everything on the page of a record."""

    record: Record
    last: Record
    blocks: list[tuple[str, str, list[Group]]]
    confirmation: Confirmation | None
    changed: list[str]
    contests: list[Contest]
    table: PointTable | None
    entries: list[Entry]
    statement: Statement | None
    homework: list[Work] = field(default_factory=list)
    total: Decimal = Decimal(0)
    groups: list[tuple[str, Decimal]] = field(default_factory=list)
    grade: str = ""

    @property
    def homework_done(self) -> int:
        """How many of the three are done."""
        return sum(work.enough for work in self.homework)


def build(seat: Seat, person: int, year: int) -> Year:
    """Facts of two years and what stands beside them."""
    committee = seat.committee_id
    this, before = two_years(committee, year, person)
    now = records(this, year, [person])[person]
    last = records(before, year - 1, [person])[person]
    last_day = today_last_year(year)
    if last_day:  # the same stretch of the year: half a year is not held against a whole one
        last.by_what = {
            what: [f for f in rows if f.on <= last_day] for what, rows in last.by_what.items()
        }
    mine = {"committee_id": committee, "person_id": person, "year": year}
    contests = list(Contest.objects.filter(**mine).select_related("answered_by"))
    by_line = {(c.about_type, c.about_id): c for c in reversed(contests)}
    blocks = []
    for key, label, whats in BLOCKS:
        groups = [
            Group(
                what,
                name,
                len(facts),
                last.n(what),
                [
                    (
                        f,
                        address_of(f),
                        by_line.get((f.source_type, f.source_id)),
                    )
                    for f in facts
                ],
            )
            for what, name, facts in now.block(key)
        ]
        gone = [w for w in whats if last.n(w) and not now.n(w)]
        groups += [Group(w, name_of(w), 0, last.n(w), []) for w in gone]
        blocks.append((key, label, groups))
    confirmation = Confirmation.objects.filter(**mine).first()
    found = Year(
        record=now,
        last=last,
        blocks=blocks,
        confirmation=confirmation,
        changed=differences(confirmation, now),
        contests=contests,
        table=in_force(committee, year),
        entries=list(Entry.objects.filter(**mine)),
        statement=Statement.objects.filter(**mine).first(),
    )
    found.homework = homework(now, found.table.body if found.table else None)
    add_points(found)
    return found


def name_of(what: str) -> str:
    return LABELS[what]


def today_last_year(year: int) -> date | None:
    """The same day a year ago, when ``year`` is not over yet."""
    now = today()
    if now.year != year:
        return None
    return date(year - 1, now.month, min(now.day, 28) if now.month == 2 else now.day)


def differences(confirmation: Confirmation | None, now: Record) -> list[str]:
    """What changed since the member confirmed: both numbers."""
    if confirmation is None:
        return []
    was: dict[str, Any] = {k: v for k, v in confirmation.counts.items() if k != "base"}
    counts = now.counts
    return [
        f"{name_of(what)}：确认时 {was.get(what, 0)}，现在 {counts.get(what, 0)}"
        for what in sorted({*was, *counts})
        if was.get(what, 0) != counts.get(what, 0)
    ]


def add_points(found: Year) -> None:
    """The total of the ledger, by group."""
    if found.table is None or not found.entries:
        return
    table = found.table.table
    sums: dict[str, Decimal] = {}
    for entry in found.entries:
        sums[entry.group] = sums.get(entry.group, Decimal(0)) + entry.points
    found.total = sum(sums.values(), Decimal(0))
    labels = {key: group.label for key, group in table.groups.items()}
    found.groups = [(labels.get(key, "其他"), value) for key, value in sums.items()]
    found.grade = table.grade(found.total)
