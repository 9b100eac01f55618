"""月度通报: figures of each unit at the end of a month, with rank and change, each with its parts.

按期率 = 到期时已报结的 ÷ 到期的. Ties share a rank (1, 2, 2, 4); a unit with nothing due stands
outside the ranks: nothing is not nought (docs/field.md 8).
"""

from calendar import monthrange
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import F, Q

from ..actors.models import Actor
from ..procedures.office_calendar import today
from .models import Circular, Explanation, Task

KEYS = {
    "open": "在办",
    "closed": "本月销号",
    "due": "已到期",
    "kept": "按期报结",
    "late": "逾期未结",
}


@dataclass
class Line:
    """One unit's figures. ``parts``: the tasks behind each."""

    unit: int
    name: str
    parts: dict[str, list[int]] = field(default_factory=lambda: {key: [] for key in KEYS})
    rank: int | None = None
    before: int | None = None

    def n(self, key: str) -> int:
        return len(self.parts[key])

    @property
    def rate(self) -> Decimal | None:
        """Percent, one place; None where nothing was due."""
        due = self.n("due")
        if not due:
            return None
        return (Decimal(100) * self.n("kept") / due).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def change(self) -> int | None:
        """Places won (+) or lost (−) since the month before; None where one has no rank."""
        if self.rank is None or self.before is None:
            return None
        return self.before - self.rank

    @property
    def change_words(self) -> str:
        if self.change is None:
            return "—"
        return (
            f"↑{self.change}" if self.change > 0 else f"↓{-self.change}" if self.change else "持平"
        )


def first_of(day: date) -> date:
    return day.replace(day=1)


def month_before(month: date) -> date:
    return first_of(month - timedelta(days=1))


def cutoff(month: date) -> date:
    """The last day of the month, or today while it runs."""
    return min(month.replace(day=monthrange(month.year, month.month)[1]), today())


def month_named(text: str) -> date:
    """``2026-06``; what cannot be read or lies ahead is this month."""
    now = first_of(today())
    try:
        year, month = (int(part) for part in text.split("-"))
        found = date(year, month, 1)
    except ValueError:
        return now
    return found if date(2000, 1, 1) <= found <= now else now


def figures(committee_id: int, month: date) -> list[Line]:
    """Every unit with tasks, as things stood at the end of ``month``; two questions."""
    end = cutoff(month)
    lines: dict[int, Line] = {}
    rows = Task.objects.filter(committee_id=committee_id, started_on__lte=end).exclude(
        Q(parent__isnull=False) & Q(parent__owner=F("owner"))
    )
    for pk, owner, due, done, seen, dropped in rows.order_by("pk").values_list(
        "pk", "owner_id", "due_on", "done_on", "verified_on", "dropped_on"
    ):
        if dropped and dropped <= end:
            continue
        line = lines.setdefault(owner, Line(owner, ""))
        done = done or seen
        if not (seen and seen <= end):
            line.parts["open"].append(pk)
        elif seen >= month:
            line.parts["closed"].append(pk)
        if due and due <= end:
            line.parts["due"].append(pk)
            if done and done <= due:
                line.parts["kept"].append(pk)
            elif due < end and not (done and done <= end):
                line.parts["late"].append(pk)
    names = Actor.objects.filter(committee_id=committee_id, pk__in=lines)
    for unit in names:
        lines[unit.pk].name = str(unit)
    return ranked([line for line in lines.values() if any(line.parts.values())])


def ranked(lines: list[Line]) -> list[Line]:
    """Best first; ties share the rank; those with nothing due last, unranked."""
    inside = sorted((x for x in lines if x.rate is not None), key=lambda x: (-x.rate, x.name))  # type: ignore[operator]
    for place, line in enumerate(inside, 1):
        same = place > 1 and inside[place - 2].rate == line.rate
        line.rank = inside[place - 2].rank if same else place
    return inside + sorted((x for x in lines if x.rate is None), key=lambda x: x.name)


def with_change(lines: list[Line], before: list[Line]) -> list[Line]:
    """Each line with its rank of the month before."""
    ranks = {line.unit: line.rank for line in before}
    for line in lines:
        line.before = ranks.get(line.unit)
    return lines


@dataclass
class Notice:
    """A month's notice: issued (frozen) or as it would be now."""

    month: date
    lines: list[Line]
    issued: Circular | None
    said: dict[int, Explanation]

    @property
    def until(self) -> date:
        return cutoff(self.month)

    @property
    def ranked(self) -> list[Line]:
        return [line for line in self.lines if line.rank is not None]

    @property
    def first(self) -> list[Line]:
        return [line for line in self.ranked if line.rank == 1]

    @property
    def last(self) -> list[Line]:
        """The lowest rate; nobody is last where all are first."""
        if not self.ranked or self.ranked[-1].rank == 1:
            return []
        return [line for line in self.ranked if line.rank == self.ranked[-1].rank]

    def total(self, key: str) -> int:
        return sum(line.n(key) for line in self.lines)

    @property
    def totals(self) -> dict[str, int]:
        return {key: self.total(key) for key in KEYS}


def notice_of(committee_id: int, month: date) -> Notice:
    """The issued figures where there are some, else today's; units' words stand beside."""
    issued = Circular.objects.filter(committee_id=committee_id, month=month).first()
    if issued:
        lines = [Line(**row) for row in issued.figures]
    else:
        lines = live(committee_id, month)
    said = {}
    rows = Explanation.objects.filter(committee_id=committee_id, month=month)
    for row in rows.order_by("pk"):  # the last one speaks; earlier ones stay in the table
        said[row.unit_id] = row
    return Notice(month, lines, issued, said)


def live(committee_id: int, month: date) -> list[Line]:
    """The figures computed now."""
    return with_change(figures(committee_id, month), figures(committee_id, month_before(month)))


def frozen(lines: list[Line]) -> list[dict[str, Any]]:
    """As they are kept when the notice goes out."""
    return [asdict(line) for line in lines]
