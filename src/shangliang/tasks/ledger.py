"""承诺事项台账: every promise over the years, kept, late or not yet verified."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from ..engines.calendar import remaining
from ..procedures.office_calendar import calendar_of, today
from ..procedures.seat import Seat
from .models import Task
from .queries import visible
from .reminders import NEAR
from .sources import Source, named

SHOWS = {
    "open": "没销号的",
    "late": "逾期",
    "near": "临期",
    "reported": "待核实",
    "undated": "没写时限",
    "verified": "已核实销号",
    "dropped": "已取消",
    "all": "全部",
}


def near_until(committee_id: int) -> date:
    """The last day that counts as near."""
    return calendar_of(committee_id).add_workdays(today(), NEAR)


def wanted(show: str, committee_id: int) -> Q:
    """The condition of one tab; the head's numbers are counted by the same."""
    doing, day = Q(state="doing"), today()
    return {
        "open": Q(state__in=["doing", "paused", "reported"]),
        "late": doing & Q(due_on__lt=day),
        "near": doing & Q(due_on__gte=day, due_on__lte=near_until(committee_id)),
        "plan": doing & Q(due_on__gt=near_until(committee_id)),
        "reported": Q(state="reported"),
        "undated": doing & Q(due_on__isnull=True),
        "verified": Q(state="verified"),
        "dropped": Q(state="dropped"),
        "all": Q(),
    }[show]


def counts(rows: QuerySet[Task], committee_id: int) -> dict[str, int]:
    """How many each tab holds: one question."""
    return rows.aggregate(
        **{show: Count("pk", filter=wanted(show, committee_id)) for show in (*SHOWS, "plan")}
    )


@dataclass(frozen=True)
class Line:
    """One promise as the ledger shows it."""

    task: Any
    light: str
    word: str
    moved: bool
    case: Source | None
    ask: Source | None
    late_done: bool

    @property
    def tone(self) -> str:
        """The colour of the bar is the lamp's."""
        return {"red": "late", "yellow": "near", "pause": "mute"}.get(self.light, "ok")


def promises(seat: Seat) -> QuerySet[Task]:
    """The promises a seat may see."""
    return visible(seat).filter(kind=Task.Kind.PROMISE)


def lines(seat: Seat, page: Any) -> list[Line]:
    """The lines of a page with their sources, progress and urging."""
    rows = list(page.select_related("owner", "verified_by"))
    found = named(
        seat, [p for t in rows for p in ((t.case_type, t.case_id), (t.source_type, t.source_id))]
    )
    return [
        line(
            t,
            found.get((t.case_type, t.case_id or 0)),
            found.get((t.source_type, t.source_id or 0)),
        )
        for t in rows
    ]


def line(task: Task, case: Source | None, ask: Source | None) -> Line:
    """Lamp and words of one promise."""
    light, word = lamp_of(task)
    end = task.done_on or task.verified_on
    return Line(
        task=task,
        light=light,
        word=word,
        moved=bool(task.first_due_on and task.due_on != task.first_due_on),
        case=case,
        ask=ask,
        late_done=bool(end and task.first_due_on and end > task.first_due_on),
    )


def lamp_of(task: Task) -> tuple[str, str]:
    """A shape and a word."""
    if task.state == "verified":
        return "done", "已核实销号"
    if task.state == "reported":
        return "done", "单位已报结"
    if task.state == "dropped":
        return "pause", "已取消"
    if task.state == "paused":
        return "pause", "暂停"
    if task.due_on is None:
        return "red", "没写时限"
    left = remaining(today(), task.due_on, calendar_of(task.committee_id))
    if left.overdue:
        return "red", left.words
    near = task.due_on <= near_until(task.committee_id)
    return ("yellow", left.words) if near else ("green", "按计划")


def ordered(rows: QuerySet[Task]) -> QuerySet[Task]:
    """The oldest unkept promise first: what is long past stays on top."""
    return rows.order_by(F("due_on").asc(nulls_first=True), "pk")
