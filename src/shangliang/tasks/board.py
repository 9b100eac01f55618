"""督办台账: every open duty from any source on one board, late first, with who must act."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..procedures.office_calendar import calendar_of, today
from ..procedures.reach import REACH
from ..procedures.seat import Seat
from .effects import speaking
from .flow import OPEN
from .lamps import GROUPS, ORDER, Lamp, lamp_of, way_named, way_of
from .models import Effect, Partner, Progress, Request, Task
from .queries import visible
from .rules import Lamps, rules
from .sources import SOURCE_NAMES, Source, named

SORTS = {"urgent": "先看要紧的", "due": "按时限", "unit": "按单位", "source": "按来源"}
DUES = {"week": "7 天内到期", "month": "30 天内到期", "quarter": "90 天内到期"}
SPANS = {"week": 7, "month": 30, "quarter": 90}
# Groups the head of the board counts together.
BARS = (
    ("plan", "green", "按计划", ("plan",)),
    ("slow", "yellow", "落后、临期或待签收", ("behind", "near", "offered", "contested")),
    ("late", "red", "逾期、严重滞后或没写时限", ("late", "serious", "undated")),
    ("paused", "pause", "暂停", ("paused",)),
    ("reported", "done", "待核实", ("reported",)),
)


@dataclass(frozen=True)
class Wanted:
    """What the address asks for."""

    q: str = ""
    source: str = ""
    unit: int | None = None
    subject: int | None = None
    due: str = ""
    group: str = ""
    sort: str = "urgent"
    show: str = "open"  # open | closed


@dataclass(frozen=True)
class Stand:
    """One task before its row is read: enough to count and to order."""

    pk: int
    lamp: Lamp
    owner: int
    source: str
    due: date | None
    promise: bool = False

    def key(self, sort: str) -> tuple[Any, ...]:
        day = self.due or date.min
        # What was assigned by a visible act stands before what a unit promised by itself.
        urgent = (ORDER[self.lamp.group], self.promise, day, self.pk)
        return {
            "due": (day, self.pk),
            "unit": (self.owner, *urgent),
            "source": (self.source, *urgent),
        }.get(sort, urgent)


def narrowed(rows: QuerySet[Task], wanted: Wanted) -> QuerySet[Task]:
    """The rows of the filter, the lamp apart."""
    rows = rows.filter(state__in=OPEN) if wanted.show == "open" else rows.exclude(state__in=OPEN)
    if wanted.q:
        rows = rows.filter(Q(title__icontains=wanted.q) | Q(basis__icontains=wanted.q))
    if wanted.source:
        rows = rows.filter(source_type__in=kinds_of(wanted.source))
    if wanted.unit:
        rows = rows.filter(Q(owner_id=wanted.unit) | Q(joined(wanted.unit)))
    if wanted.subject:
        rows = rows.filter(subject_id=wanted.subject)
    if wanted.due in SPANS:
        day = today()
        rows = rows.filter(due_on__gte=day, due_on__lte=day + timedelta(days=SPANS[wanted.due]))
    return rows


def joined(unit: int) -> Exists:
    """Whether a unit joins in the task."""
    mine = Partner.objects.filter(
        committee_id=OuterRef("committee_id"), task=OuterRef("pk"), unit_id=unit
    )
    return Exists(mine)


def kinds_of(label: str) -> list[str]:
    """The kinds of row that go by one name on the board."""
    return [kind for kind, name in SOURCE_NAMES.items() if name == label]


def stands(rows: QuerySet[Task], committee_id: int, way: Lamps | None = None) -> list[Stand]:
    """Every row judged by the lamps, the rulebook's where none are given: one question, whatever the count."""
    calendar, day = calendar_of(committee_id), today()
    columns = "pk", "state", "percent", "started_on", "due_on", "owner_id", "source_type", "kind"
    found = list(rows.order_by().values_list(*columns))
    lamps = way or (way_of(committee_id) if found else way_named(None))
    return [
        Stand(
            pk,
            lamp_of(lamps, calendar, day, state=state, percent=done, started_on=begun, due_on=due),
            owner,
            source,
            due,
            kind == Task.Kind.PROMISE,
        )
        for pk, state, done, begun, due, owner, source, kind in found
    ]


def tally(found: Sequence[Stand]) -> Counter[str]:
    """How many stand in each group."""
    return Counter(stand.lamp.group for stand in found)


@dataclass
class Row:
    """One line of the board."""

    task: Task
    lamp: Lamp
    source: Source | None
    case: Source | None
    kind: str
    acts: str
    effect: Effect | None = None
    sample: tuple[int | None, int | None] | None = None
    delay: str = ""
    subject: str = ""


def who_acts(task: Task, asked: bool) -> str:
    """The one the next step waits for."""
    if asked or task.state in ("contested", "reported", "paused"):
        word = {"contested": "裁定", "reported": "核实", "paused": "恢复"}.get(
            task.state, "答复延期"
        )
        return f"督办机构{word}"
    if task.state == "offered":
        return f"{task.owner}签收"
    if task.state == "doing":
        return f"{task.owner}办"
    return ""


def rows_of(seat: Seat, page: Sequence[Stand]) -> list[Row]:
    """The lines of one page: a fixed number of questions."""
    ids = [stand.pk for stand in page]
    asks = Request.objects.filter(
        committee_id=seat.committee_id, task=OuterRef("pk"), state=Request.State.OPEN
    )
    tasks: Any = visible(seat).annotate(asks=Exists(asks)).in_bulk(ids)
    seen = [pk for pk, task in tasks.items() if task.verified_on]
    pairs = [
        pair
        for task in tasks.values()
        for pair in ((task.case_type, task.case_id), (task.source_type, task.source_id))
    ]
    found = named(seat, pairs)
    effects = {e.about_id: e for e in speaking(seat.committee_id, "task").filter(about_id__in=ids)}
    samples = (
        {
            t: (s, h)
            for t, s, h in Progress.objects.filter(
                committee_id=seat.committee_id, task__in=seen, sampled__isnull=False
            ).values_list("task_id", "sampled", "held")
        }
        if seen
        else {}
    )
    subjects = subjects_of(seat, {t.subject_id for t in tasks.values() if t.subject_id})
    out = []
    for stand in page:
        task = tasks.get(stand.pk)
        if task is None:
            continue
        case = found.get((task.case_type, task.case_id or 0))
        source = found.get((task.source_type, task.source_id or 0))
        out.append(
            Row(
                task=task,
                lamp=stand.lamp,
                source=source if source != case else None,
                case=case,
                kind=SOURCE_NAMES.get(task.source_type, task.get_basis_kind_display()),
                acts=who_acts(task, task.asks),
                effect=effects.get(task.pk),
                sample=samples.get(task.pk),
                delay=rules().delays.get(task.delay_code, ""),
                subject=subjects.get(task.subject_id or 0, ""),
            )
        )
    return out


def subjects_of(seat: Seat, ids: set[int]) -> dict[int, str]:
    """Names of the things tasks are about, asked of the room that keeps them."""
    if not ids or "subject" not in REACH:
        return {}
    return {row.pk: str(row) for row in REACH["subject"](seat).filter(pk__in=ids)}


def group_label(group: str) -> str:
    return GROUPS.get(group, "")
