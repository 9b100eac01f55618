"""The board of supervision: what is late, near and waits for an answer, by unit.

Overdue is what a running clock says: a paused one is not overdue, an extended one has another day.
Each number is counted by the same condition that makes its list.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce

from ...actors.models import Actor, Session
from ...procedures.models import Clock
from ...procedures.seat import Seat
from ..models import (
    Assignment,
    Extension,
    Rating,
    Reply,
    ReturnRequest,
    Submission,
    Urge,
)
from ..queries import said_without_names, visible
from . import lights
from .lights import Light

LIVE = ("issued", "accepted", "contested")
LISTS = {
    "late": "逾期",
    "near": "临期",
    "sign": "待签收",
    "paused": "暂停计时",
    "open": "在办",
    "returns": "申退待答",
    "extensions": "延期待答",
    "checks": "答复待审",
    "dissatisfied": "不满意待定",
    "done": "已办复",
    "all": "全部承办",
}
WAITING = ("checks", "returns", "extensions")


def clock_of_row() -> QuerySet[Clock]:
    """The running limits of an assignment a unit works against."""
    return Clock.objects.filter(
        lights.running(),
        committee_id=OuterRef("committee_id"),
        about_type="assignment",
        about_id=OuterRef("pk"),
        kind__in=lights.WORK,
    )


def duties(seat: Seat, session_id: int | None = None) -> QuerySet[Assignment]:
    """All assignments of the committee the seat may see, of one session where named."""
    rows = Assignment.objects.filter(
        committee_id=seat.committee_id, submission__in=visible(seat)
    ).exclude(state__in=["returned", "dropped"])
    return rows.filter(submission__session_id=session_id) if session_id else rows


def wanted(which: str, committee_id: int) -> Q:
    """The condition of one list."""
    clocks = clock_of_row()
    if which == "late":
        return Q(Exists(clocks.filter(lights.late())))
    if which == "near":
        return Q(Exists(clocks.filter(lights.near(committee_id))))
    if which == "paused":
        return Q(Exists(clocks.filter(paused_on__isnull=False)))
    if which == "returns":
        asked = ReturnRequest.objects.filter(committee_id=committee_id, state="open")
        return Q(state="contested") & Q(pk__in=asked.values("assignment_id"))
    if which == "extensions":
        open_ones = Extension.objects.filter(committee_id=committee_id, state="open")
        return Q(state__in=LIVE) & Q(pk__in=open_ones.values("assignment_id"))
    if which == "checks":
        checking = Reply.objects.filter(committee_id=committee_id, state="checking")
        return Q(pk__in=checking.values("assignment_id"))
    if which == "sign":
        return Q(state="issued")
    if which == "open":
        return Q(state__in=LIVE)
    if which == "done":
        return Q(state="done")
    return Q()


def dissatisfied(seat: Seat, session_id: int | None = None) -> QuerySet[Submission]:
    """Replied proposals where a proposer of this round is not satisfied, and nobody decided yet."""
    unhappy = Rating.objects.filter(
        submission=OuterRef("pk"), round=OuterRef("round"), result=Rating.Score.NOT
    )
    rows = visible(seat).filter(Exists(unhappy), state="replied")
    if seat.units:
        rows = rows.exclude(
            Exists(Assignment.objects.filter(submission=OuterRef("pk"), unit_id__in=seat.units))
        )
    return rows.filter(session_id=session_id) if session_id else rows


@dataclass
class UnitRow:
    """One unit's numbers; each opens its list."""

    unit: Actor
    counts: dict[str, int]
    met: int = 0
    met_on_time: int = 0

    @property
    def rate(self) -> str:
        """On-time share of what was answered, with its n said beside it; — for none."""
        return f"{100 * self.met_on_time / self.met:.0f}%" if self.met else "—"


@dataclass
class Board:
    """The overview."""

    units: list[UnitRow]
    total: UnitRow

    @property
    def busy(self) -> list[UnitRow]:
        """Units with duties open: what a leader reads."""
        return [row for row in self.units if row.counts["open"]]

    @property
    def idle(self) -> list[UnitRow]:
        """Units that have answered everything."""
        return [row for row in self.units if not row.counts["open"]]


def board(seat: Seat, session_id: int | None) -> Board:
    """Numbers by unit and what waits for the office: a fixed number of questions."""
    rows = duties(seat, session_id)
    counts: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(LISTS, 0))
    actors: dict[int, Actor] = {}
    tally = rows.order_by().values_list(
        "unit_id", "unit__short", "unit__name", "unit__stroke_key", "state"
    )
    for unit, short, name, strokes, state, n in tally.annotate(n=Count("pk")):
        actors[unit] = Actor(pk=unit, short=short, name=name, stroke_key=strokes)
        counts[unit]["all"] += n
        if state in LIVE:
            counts[unit]["open"] += n
        if state in ("issued", "done"):
            counts[unit]["sign" if state == "issued" else "done"] += n
    mine = Clock.objects.filter(
        committee_id=seat.committee_id,
        about_type="assignment",
        about_id__in=rows.order_by().values("pk"),
        kind__in=lights.WORK,
    )
    per_row = {
        "late": Count("about_id", distinct=True, filter=lights.late()),
        "near": Count("about_id", distinct=True, filter=lights.near(seat.committee_id)),
        "paused": Count("about_id", distinct=True, filter=Q(paused_on__isnull=False)),
    }
    grouped = mine.filter(lights.running()).order_by().values("unit_id").annotate(**per_row)
    for unit, *numbers in grouped.values_list("unit_id", *per_row):
        counts[unit] |= dict(zip(per_row, numbers, strict=True))
    answered = mine.filter(kind__in=lights.ANSWERING, met_on__isnull=False).order_by()
    on_time = {
        unit: (n, good)
        for unit, n, good in answered.values("unit_id")
        .annotate(n=Count("pk"), good=Count("pk", filter=Q(met_on__lte=F("due_on"))))
        .values_list("unit_id", "n", "good")
    }
    lines = [
        UnitRow(actors[unit], found, *on_time.get(unit, (0, 0)))
        for unit, found in counts.items()
        if unit in actors
    ]
    lines.sort(
        key=lambda r: (-r.counts["late"], -r.counts["near"], -r.counts["open"], r.unit.stroke_key)
    )
    total = UnitRow(
        Actor(short="合计"),
        {name: sum(r.counts[name] for r in lines) for name in LISTS},
        sum(r.met for r in lines),
        sum(r.met_on_time for r in lines),
    )
    return Board(lines, total)


@dataclass
class Row:
    """One line of a list: a unit's duty, or a proposal whose dissatisfied proposers wait."""

    case: Submission
    duty: Any = None
    lights: list[Light] = field(default_factory=list)
    request: ReturnRequest | None = None
    extension: Extension | None = None
    reply: Reply | None = None
    said: list[Rating] = field(default_factory=list)
    redo: str = ""


def waiting_rows(seat: Seat, session_id: int | None, most: int) -> dict[str, list[Row]]:
    """What units wait to have answered, the oldest first: returns, extensions, replies to check.

    The three are asked for together and shared out, at most ``most`` duties in all.
    """
    condition = Q()
    for which in WAITING:
        condition |= wanted(which, seat.committee_id)
    page = duties(seat, session_id).filter(condition).order_by("pk")[:most]
    rows = list(page.select_related("submission", "unit"))
    prefetch(rows, "returns", ReturnRequest.objects.filter(state="open"), "better_unit")
    prefetch(rows, "extensions", Extension.objects.filter(state="open"), "clock")
    prefetch(rows, "replies", Reply.objects.filter(state="checking"), None)
    found: dict[str, list[Row]] = {which: [] for which in WAITING}
    for row in rows:
        request, extension, reply = (
            first(row, name) for name in ("returns", "extensions", "replies")
        )
        if reply:
            found["checks"].append(Row(row.submission, row, reply=reply))
        if request and row.state == "contested":
            found["returns"].append(Row(row.submission, row, request=request))
        if extension and row.state in LIVE:
            found["extensions"].append(Row(row.submission, row, extension=extension))
    return found


def lines(seat: Seat, page: Any, which: str) -> list[Row]:
    """The lines of one page of a list of duties."""
    urged = Urge.objects.filter(assignment=OuterRef("pk")).order_by().values("assignment")
    rows = list(
        page.select_related("submission__rulebook", "unit").annotate(
            urged=Coalesce(Subquery(urged.annotate(n=Count("pk")).values("n")), 0)
        )
    )
    if which == "returns":
        prefetch(rows, "returns", ReturnRequest.objects.filter(state="open"), "better_unit")
    if which == "extensions":
        prefetch(rows, "extensions", Extension.objects.filter(state="open"), "clock")
    if which == "checks":
        prefetch(rows, "replies", Reply.objects.filter(state="checking"), None)
    clocks = lights.clocks_of("assignment", [r.pk for r in rows], seat.committee_id)
    return [
        Row(
            case=row.submission,
            duty=row,
            lights=[lights.light_of(c) for c in clocks[row.pk] if c.kind in lights.WORK],
            request=first(row, "returns") if which == "returns" else None,
            extension=first(row, "extensions") if which == "extensions" else None,
            reply=first(row, "replies") if which == "checks" else None,
        )
        for row in rows
    ]


def prefetch(rows: Sequence[Assignment], name: str, found: QuerySet[Any], join: str | None) -> None:
    """Load one kind of child rows for all lines."""
    prefetch_related_objects(
        rows, Prefetch(name, queryset=found.select_related(join) if join else found)
    )


def first(row: Assignment, name: str) -> Any:
    """The one open child, prefetched."""
    return next(iter(getattr(row, name).all()), None)


def unhappy_lines(seat: Seat, page: Any) -> list[Row]:
    """Proposals to decide on: what was said, without names, and which asks are wanted again."""
    cases = list(page.select_related("rulebook"))
    said = said_without_names(seat, [case.pk for case in cases])
    out = []
    for case in cases:
        rows = said.get(case.pk, [])
        orders = sorted({order for row in rows for order in row.redo})
        out.append(Row(case=case, said=rows, redo="、".join(map(str, orders))))
    return out


def sessions(committee_id: int) -> list[Session]:
    """Sessions, the latest first."""
    return list(Session.objects.filter(committee_id=committee_id).select_related("term"))
