"""Reminders (临期、逾期提醒), computed from "not yet sent" (decision 8).

A run finds the running clocks that are near or late and whose people have not been told, tells
them once, and marks them. It may run as often as one likes, twice at once, or after a week's
outage. What a clock is about is the business of its room: each registers a describer.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models, transaction
from django.utils import timezone

from ..engines.calendar import remaining
from ..notices.models import Notice
from .models import Clock
from .office_calendar import calendar_of, today

# No rulebook may ask to be reminded earlier: 60 working days with the longest holidays between.
FURTHEST = timedelta(days=110)
BATCH = 200


@dataclass(frozen=True)
class Reminder:
    """Who is told about one clock, and in which words.

    ``near``: working days left at which the people are told (the case's own rulebook); None: never.
    ``to``: told when near and when late. ``late_to``: told too when late.
    """

    near: int | None
    to: tuple[int, ...]
    late_to: tuple[int, ...]
    text: str
    url: str


# type of the row a clock is about -> describes many clocks at once: {clock id: reminder}.
# A clock it leaves out is told to nobody and not marked.
DESCRIBE: dict[str, Callable[[list[Clock]], dict[int, Reminder]]] = {}


def remind_all() -> int:
    """Tell everyone concerned; returns how many clocks were told of. Idempotent."""
    told = 0
    # Rows are asked for by id, so that a clock nobody is told of is passed, not met for ever.
    after = 0
    while clocks := list(untold().filter(pk__gt=after).order_by("pk")[:BATCH]):
        after = clocks[-1].pk
        for clock, reminder in described(clocks):
            told += remind(clock, reminder)
    return told


def untold() -> models.QuerySet[Clock]:
    """Running clocks that may be near or late and were not told of; paused ones stand still."""
    day = today()
    return Clock.objects.filter(
        models.Q(due_on__lt=day, late_told_at__isnull=True)
        | models.Q(due_on__gte=day, due_on__lte=day + FURTHEST, near_told_at__isnull=True),
        met_on__isnull=True,
        dropped_on__isnull=True,
        paused_on__isnull=True,
    )


def described(clocks: Iterable[Clock]) -> Iterable[tuple[Clock, Reminder]]:
    """Each clock with its reminder, asked room by room."""
    by_type: dict[str, list[Clock]] = {}
    for clock in clocks:
        by_type.setdefault(clock.about_type, []).append(clock)
    for about, rows in by_type.items():
        found = DESCRIBE[about](rows) if about in DESCRIBE else {}
        yield from ((clock, found[clock.pk]) for clock in rows if clock.pk in found)


def remind(clock: Clock, reminder: Reminder) -> bool:
    """Tell of one clock if it is time; whoever marks the row first tells."""
    day = today()
    late = clock.due_on < day
    if not late and not is_near(clock, reminder, day):
        return False
    field = "late_told_at" if late else "near_told_at"
    with transaction.atomic():
        now = timezone.now()
        mine = Clock.objects.filter(
            pk=clock.pk, met_on__isnull=True, paused_on__isnull=True, **{f"{field}__isnull": True}
        ).update(**{field: now})
        if not mine:
            return False
        left = remaining(day, clock.due_on, calendar_of(clock.committee_id)).words
        people = dict.fromkeys(reminder.to + (reminder.late_to if late else ()))
        Notice.objects.bulk_create(
            Notice(
                committee_id=clock.committee_id,
                to_id=person,
                kind=f"clock.{'late' if late else 'near'}",
                text=f"{clock.label}{left}：{reminder.text}"[:300],
                case_type=clock.case_type,
                case_id=clock.case_id,
                url=reminder.url,
                needs_act=True,
            )
            for person in people
        )
    return True


def is_near(clock: Clock, reminder: Reminder, day: date) -> bool:
    """So many working days or fewer are left; the due day itself is near."""
    if reminder.near is None:
        return False
    left = remaining(day, clock.due_on, calendar_of(clock.committee_id))
    return left.workdays <= reminder.near
