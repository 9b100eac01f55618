"""The clock of a task: runs to a promised day, not for a span of a rulebook."""

from ..journal.kinds import type_of
from ..procedures import clocks
from ..procedures.models import Clock
from ..procedures.office_calendar import calendar_of, today
from .models import Task
from .rules import rules

KIND = "promise"
ACCEPT = "task_accept"


def set_clock(task: Task) -> None:
    """Start the clock to the task's due date, or move the one that runs. No date, no clock."""
    running = clocks.running(task, KIND).first()
    if task.due_on is None:
        clocks.drop(task, [KIND])
        return
    if running:
        if running.due_on != task.due_on:
            clocks.extend(running, task.due_on)
        return
    Clock.objects.create(
        committee_id=task.committee_id,
        kind=KIND,
        label="承诺" if task.kind == Task.Kind.PROMISE else "任务",
        about_type=type_of(task),
        about_id=task.pk,
        case_type=task.case_type or type_of(task),
        case_id=task.case_id or task.pk,
        unit_id=task.owner_id,
        span=f"@{task.due_on:%m-%d}",
        started_on=today(),
        due_on=task.due_on,
        agreed_until=task.due_on,
        first_due_on=task.first_due_on or task.due_on,
        provisional=calendar_of(task.committee_id).is_provisional(task.due_on),
        why="单位承诺的日期" if task.kind == Task.Kind.PROMISE else "交办时定的日期",
    )


def await_acceptance(task: Task) -> None:
    """The unit signs within the days of the published rule (tasks/presets/rules.toml)."""
    clocks.drop(task, [ACCEPT])
    days = rules().accept_days
    calendar = calendar_of(task.committee_id)
    until = calendar.add_workdays(today(), days)
    Clock.objects.create(
        committee_id=task.committee_id,
        kind=ACCEPT,
        label="签收",
        about_type=type_of(task),
        about_id=task.pk,
        case_type=task.case_type or type_of(task),
        case_id=task.case_id or task.pk,
        unit_id=task.owner_id,
        span=f"{days}wd",
        started_on=today(),
        due_on=until,
        first_due_on=until,
        provisional=calendar.is_provisional(until),
        why=f"交办起 {days} 个工作日",
    )
