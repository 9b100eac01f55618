"""The assignment meeting's table: filed proposals, three sets of units side by side, counts."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Assignment, Submission, UnitChoice
from ..queries import visible
from .charge import in_charge_of


@dataclass
class Line:
    """One proposal of the table, with what stands in its boxes."""

    case: Submission
    wished: list[UnitChoice]
    reviewed: list[UnitChoice]
    lead: str
    co: str
    way: str
    charge: str = ""
    problem: str = ""
    ticked: bool = False


@dataclass(frozen=True)
class UnitLoad:
    """How many a unit would answer and how many it would join, and has in this session already."""

    unit: str
    lead: int
    co: int
    had: int
    charge: str


@dataclass
class Board:
    """The whole table."""

    lines: list[Line] = field(default_factory=list)
    loads: list[UnitLoad] = field(default_factory=list)
    without: list[Submission] = field(default_factory=list)  # no lead unit proposed yet


def filed(seat: Seat, session: int | None = None) -> QuerySet[Submission]:
    """What waits for assignment, in the order of numbers."""
    rows = visible(seat).filter(kind=Submission.Kind.PROPOSAL, state="filed")
    if session:
        rows = rows.filter(session_id=session)
    units = UnitChoice.objects.select_related("unit")
    return (
        rows.select_related("session__term", "rulebook")
        .prefetch_related(Prefetch("unit_choices", queryset=units))
        .order_by("session_id", "number", "id")
    )


def names(choices: list[UnitChoice], *roles: str) -> str:
    return "、".join(str(c.unit) for c in choices if c.role in roles)


def line_of(case: Submission) -> Line:
    """The proposal with the reviewers' units as what the meeting starts from."""
    first = {"lead": 0, "each": 0, "co": 1}
    choices = sorted(case.unit_choices.all(), key=lambda c: (first[c.role], c.pk))
    reviewed = [c for c in choices if c.layer == UnitChoice.Layer.REVIEWED]
    each = any(c.role == "each" for c in reviewed)
    return Line(
        case=case,
        wished=[c for c in choices if c.layer == UnitChoice.Layer.WISHED],
        reviewed=reviewed,
        lead=names(reviewed, "lead", "each"),
        co=names(reviewed, "co"),
        way="each" if each else "lead",
    )


def board(seat: Seat, cases: list[Submission]) -> Board:
    """Lines, loads and what has no lead yet; two queries beside the cases'."""
    out = Board(lines=[line_of(case) for case in cases])
    lead: Counter[int] = Counter()
    co: Counter[int] = Counter()
    units: dict[int, Actor] = {}
    for line in out.lines:
        if not line.lead:
            out.without.append(line.case)
        for choice in line.reviewed:
            units[choice.unit_id] = choice.unit
            (co if choice.role == "co" else lead)[choice.unit_id] += 1
    charge = in_charge_of(seat.committee_id, units, today())
    had = Counter(
        Assignment.objects.filter(
            committee_id=seat.committee_id,
            unit_id__in=units,
            submission__session_id__in={line.case.session_id for line in out.lines},
        )
        .exclude(state__in=["returned", "dropped"])
        .values_list("unit_id", flat=True)
    )
    for line in out.lines:
        leads = [c.unit_id for c in line.reviewed if c.role != "co"]
        line.charge = "、".join(dict.fromkeys(charge[u] for u in leads if u in charge))
    out.loads = [
        UnitLoad(str(units[u]), lead[u], co[u], had[u], charge.get(u, ""))
        for u in sorted(units, key=lambda u: (-lead[u], -co[u], u))
    ]
    return out
