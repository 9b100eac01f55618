"""催办升级 by rule: unit → its head → the leader in charge; reminders from "not yet sent"."""

from django.db.models import F

from ..actors.models import Tie
from ..engines.calendar import remaining
from ..procedures.office_calendar import calendar_of, today
from .log import people, tell
from .models import Progress, Task
from .rules import Level, rules


def days_late(task: Task) -> int:
    """Working days past the due date; 0 while it is not past."""
    if task.due_on is None or task.due_on >= today():
        return 0
    return remaining(today(), task.due_on, calendar_of(task.committee_id)).workdays


def by_lateness(task: Task) -> Level:
    """The level its lateness alone has reached."""
    late = days_late(task)
    return [step for step in rules().levels if step.overdue <= late][-1]


def next_level(task: Task) -> Level:
    """One step up after an urging that brought no progress, or as high as lateness asks."""
    steps = rules().levels
    last = (
        task.progress.filter(kind__in=[Progress.Kind.URGED, Progress.Kind.PROGRESS])
        .order_by("-id")
        .values_list("kind", flat=True)
        .first()
    )
    unanswered = last == Progress.Kind.URGED
    wanted = min(task.urge_level + 1, len(steps)) if unanswered else 1
    return steps[max(wanted, by_lateness(task).level) - 1]


def people_of(task: Task, level: Level) -> list[int]:
    """Everybody up to this level: the higher one never hears what the lower was not told."""
    found = people(task.committee_id, Tie.Kind.UNIT_STAFF, whom=task.owner_id)
    if level.level > 1 or not found:
        found += people(task.committee_id, Tie.Kind.UNIT_HEAD, whom=task.owner_id)
    if task.kind == Task.Kind.PROMISE and level.level == 1:
        found += people(task.committee_id, Tie.Kind.UNIT_HEAD, whom=task.owner_id)
    if level.level > 2:
        found += people(task.committee_id, Tie.Kind.IN_CHARGE, whom=task.owner_id)
    return found


def escalate_all() -> int:
    """Tell heads and leaders of what is long past its day, each level once; returns how many.

    Runs as often as one likes: who marks the row first tells. The unit itself and the office are
    told by the clock's own reminder.
    """
    told = 0
    rows = Task.objects.filter(state="doing", due_on__lt=today()).exclude(
        told_level__gte=len(rules().levels)
    )
    for task in rows.select_related("owner").order_by("pk").iterator(chunk_size=500):
        level = by_lateness(task)
        if level.level < 2 or level.level <= task.told_level:
            continue
        mine = Task.objects.filter(
            pk=task.pk, state="doing", told_level=F("told_level"), told_level__lt=level.level
        ).update(told_level=level.level)
        if not mine:
            continue
        tell(
            task,
            people_of(task, level),
            "escalate",
            f"已逾期 {days_late(task)} 个工作日（{level.label}）：{task.title}",
            True,
        )
        told += 1
    return told
