"""Recounting running clocks when the calendar changed: what moved, from when to when, one event.

A granted extension and a promised day are agreements between people: no calendar moves them.
"""

from dataclasses import dataclass
from datetime import date

from ..actors.models import Actor
from ..engines.calendar import Calendar, Span, SpanError, due
from ..engines.calendar.deadlines import DeadlineError
from ..jobs.models import Job
from ..jobs.run import Outcome, Progress, job
from ..journal import write as journal
from .again import again
from .models import Clock
from .office_calendar import calendar_of, forget, today

KIND = "calendar.recount"


@dataclass(frozen=True)
class Counted:
    """A clock's dates under the calendar of today."""

    due_on: date
    first_due_on: date
    provisional: bool
    why: str


def count(clock: Clock, calendar: Calendar) -> Counted:
    """Count again from the day it began. Raises ``DeadlineError`` or ``SpanError``."""
    if clock.agreed_until:
        provisional = calendar.is_provisional(clock.agreed_until)
        return Counted(clock.due_on, clock.first_due_on, provisional, clock.why)
    span = Span.parse(clock.span)
    deadline = due(clock.started_on, span, calendar, roll=clock.roll)
    on, provisional = deadline.on, deadline.provisional
    if clock.given_back:
        unit = Span("wd" if span.counts_workdays else "d", clock.given_back)
        later = due(on, unit, calendar, roll=clock.roll)
        on, provisional = later.on, provisional or later.provisional
    return Counted(on, deadline.on, provisional, deadline.why[:300])


def changed(clock: Clock, now: Counted) -> bool:
    return (clock.due_on, clock.first_due_on, clock.provisional) != (
        now.due_on,
        now.first_due_on,
        now.provisional,
    )


@job(KIND, "日历改后重算时限")
def recount(row: Job, progress: Progress) -> Outcome:
    """Every running clock of the committee; those that move are listed, old date and new."""
    forget(row.committee_id)
    calendar = calendar_of(row.committee_id)
    moved = again(lambda: move(row, progress, calendar))
    return Outcome(
        f"重算 {row.done} 个时限，{len(moved)} 个到期日有变。",
        ("哪一件", "时限", "原到期日", "新到期日"),
        tuple(moved),
    )


def move(row: Job, progress: Progress, calendar: Calendar) -> list[tuple[str, str, str, str]]:
    """One transaction, done again from its start if the database ends it.

    The clocks are locked before they are read, or an extension granted meanwhile would be written
    over; the chain comes last, as in every verb.
    """
    row.done, row.errors, progress.wrong = 0, [], 0
    running = Clock.objects.filter(
        committee_id=row.committee_id, met_on__isnull=True, dropped_on__isnull=True
    ).order_by("pk")
    progress.total(running.count())
    different: list[Clock] = []
    moved: list[tuple[str, str, str, str]] = []
    for clock in running.select_for_update(no_key=True):
        progress.step()
        try:
            now = count(clock, calendar)
        except (DeadlineError, SpanError) as error:
            progress.error(f"{clock.label} {clock.pk}", str(error))
            continue
        if not changed(clock, now):
            continue
        if clock.due_on != now.due_on:
            moved.append(told(clock, now.due_on))
            clock.near_told_at = clock.late_told_at = None
        clock.due_on, clock.first_due_on = now.due_on, now.first_due_on
        clock.provisional, clock.why = now.provisional, now.why
        different.append(clock)
    Clock.objects.bulk_update(
        different,
        ["due_on", "first_due_on", "provisional", "why", "near_told_at", "late_told_at"],
        batch_size=500,
    )
    journal.write(
        committee_id=row.committee_id,
        person_id=row.by_id,
        verb=KIND,
        case=Actor.objects.get(pk=row.committee_id),
        about=row,
        detail={"clocks": row.done, "moved": len(moved), "on": today()},
    )
    return moved


def told(clock: Clock, now: date) -> tuple[str, str, str, str]:
    """One line of the job's page."""
    kinds = {"submission": "提案", "task": "任务"}
    case = f"{kinds.get(clock.case_type, clock.case_type)} {clock.case_id}"
    return (case, clock.label, f"{clock.due_on:%Y-%m-%d}", f"{now:%Y-%m-%d}")
