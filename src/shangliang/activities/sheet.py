"""The list of an activity with what became of each (签到表): one place for page, paper and export."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from .flow.attendance import STATES
from .models import Activity, Attendance, Leave, Presence, Sitting, Tick
from .outcome import Outcome, excused_of, judge, term_ends

WAYS = dict(Tick.Way.choices)


@dataclass(frozen=True)
class Line:
    """One person's line."""

    row: Attendance
    outcome: Outcome
    came_at: datetime | None
    left_at: datetime | None
    ways: str
    doubts: tuple[str, ...]
    here: bool  # at the sitting looked at

    @property
    def answer(self) -> str:
        """What was answered, in words; of a walk-in that nobody asked."""
        return "没有受邀而到" if self.row.walk_in else STATES[self.row.state]

    @property
    def name(self) -> str:
        return self.row.person.name


def lines(
    activity: Activity,
    rows: QuerySet[Attendance] | None = None,
    sitting: Sitting | None = None,
) -> list[Line]:
    """Five questions, however many people. The reason of a leave is not among what is read."""
    parts = list(activity.sittings.all())
    # Only what is settled asks for leave and terms: before, there is nothing to judge.
    settled = activity.state == "closed"
    wanted = rows if rows is not None else Attendance.objects.filter(activity=activity)
    ticks = Tick.objects.filter(taken_back_at__isnull=True).order_by("at")
    with_them: list[Any] = ["presences", Prefetch("ticks", ticks)]
    if settled:
        with_them.append(Prefetch("leaves", Leave.objects.defer("reason").order_by("id")))
    found = list(wanted.select_related("person").prefetch_related(*with_them))
    people = {r.person_id for r in found}
    until = term_ends(activity.committee_id, people, activity.starts_at) if settled else {}
    return [line(activity, row, parts, until.get(row.person_id), sitting) for row in found]


def line(
    activity: Activity,
    row: Attendance,
    parts: list[Sitting],
    until: date | None,
    sitting: Sitting | None,
) -> Line:
    """From rows at hand."""
    row.activity = activity
    presences: list[Presence] = list(row.presences.all())
    ticks = list(row.ticks.all())
    excused = excused_of(row.leaves.all()) if activity.state == "closed" else []
    outcome = judge(activity, row, parts, presences, excused, until)
    came = min((p.came_at for p in presences), default=None)
    left = [p.left_at for p in presences if p.left_at]
    return Line(
        row=row,
        outcome=outcome,
        came_at=came,
        left_at=max(left) if left else None,
        ways="、".join(dict.fromkeys(WAYS[t.way] for t in ticks)),
        doubts=tuple(dict.fromkeys(t.doubt for t in ticks if t.doubt and t.doubt != "更正")),
        here=any(sitting is None or p.sitting_id == sitting.pk for p in presences),
    )


def clock(at: datetime | None) -> str:
    return f"{timezone.localtime(at):%H:%M}" if at else ""
