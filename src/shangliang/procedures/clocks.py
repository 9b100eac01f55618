"""Starting, stopping, pausing and extending clocks. Called by ``perform`` and by few verbs."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.db import models
from django.utils import timezone

from ..engines.calendar import Span, due, shift_for_pause
from ..journal.kinds import type_of
from .models import Clock
from .office_calendar import calendar_of, today
from .seat import Seat


def start(
    case: Any, kinds: Iterable[str], *, root: models.Model, since: date | None = None
) -> list[Clock]:
    """Start a clock of each kind on ``case``, by the rulebook the case began with.

    ``case`` answers ``span_of(kind) -> str | None`` (None: the rulebook has no such limit),
    ``clock_round`` and ``clock_unit_id``.
    """
    started = []
    for kind in kinds:
        rule = case.rules.clocks.get(case.clock_key(kind))
        if rule is None:
            continue
        begin = since or today()
        calendar = calendar_of(case.committee_id)
        deadline = due(begin, Span.parse(rule.span), calendar, roll=case.rules.roll)
        drop(case, [kind])
        started.append(
            Clock.objects.create(
                committee_id=case.committee_id,
                kind=kind,
                label=rule.label,
                about_type=type_of(case),
                about_id=case.pk,
                case_type=type_of(root),
                case_id=root.pk,
                unit_id=case.clock_unit_id,
                round=case.clock_round,
                span=rule.span,
                started_on=begin,
                due_on=deadline.on,
                first_due_on=deadline.on,
                provisional=deadline.provisional,
                why=deadline.why[:300],
                roll=case.rules.roll,
            )
        )
    return started


def running(case: models.Model, kind: str | None = None) -> models.QuerySet[Clock]:
    """The clocks of a row that still run."""
    found = Clock.objects.filter(
        committee_id=case.committee_id,  # type: ignore[attr-defined]
        about_type=type_of(case),
        about_id=case.pk,
        met_on__isnull=True,
        dropped_on__isnull=True,
    )
    return found.filter(kind=kind) if kind else found


def find(case: models.Model, kind: str) -> Clock | None:
    """The running clock of a kind. A page that loaded the clocks of many rows at once hangs them
    on each row as ``clocks_at_hand``, so that conditions ask nothing twice."""
    at_hand: list[Clock] | None = getattr(case, "clocks_at_hand", None)
    if at_hand is None:
        return running(case, kind).first()
    return next((c for c in at_hand if c.kind == kind and c.running), None)


def stop(case: models.Model, kinds: Iterable[str], *, by: Seat | None = None) -> None:
    """The thing asked for was done: the clock is met, on time or late.

    A paused clock is given its days back first, or what was done in a pause would count as late.
    """
    kinds = list(kinds)
    if kinds:
        found = running(case).filter(kind__in=kinds)
        for paused in found.filter(paused_on__isnull=False):
            resume(paused)
        found.update(met_on=today())


def drop(case: models.Model, kinds: Iterable[str] | None = None) -> None:
    """The thing is no longer asked for (returned, merged, withdrawn): neither met nor late."""
    found = running(case)
    if kinds is not None:
        found = found.filter(kind__in=list(kinds))
    found.update(dropped_on=today())


def reopen(case: models.Model, kind: str) -> None:
    """What met the clock was taken back: the same limit runs on, with its first due date."""
    met = Clock.objects.filter(
        committee_id=case.committee_id,  # type: ignore[attr-defined]
        about_type=type_of(case),
        about_id=case.pk,
        kind=kind,
        met_on__isnull=False,
    )
    if not running(case, kind).exists() and (last := met.order_by("-id").first()):
        last.met_on = None
        last.save(update_fields=["met_on"])


def pause(clock: Clock, reason: str) -> None:
    """Stop counting, with a reason, from today."""
    clock.paused_on, clock.pause_reason = today(), reason[:200]
    clock.save(update_fields=["paused_on", "pause_reason"])


def resume(clock: Clock, roll: bool = True) -> None:
    """Count again; the days paused are given back."""
    if clock.paused_on is None:
        return
    calendar, kind = calendar_of(clock.committee_id), Span.parse(clock.span).kind
    before = clock.due_on
    clock.due_on = shift_for_pause(before, clock.paused_on, today(), kind, calendar, roll)
    if clock.due_on != before:
        counted = kind == "wd"
        lost = calendar.workdays_between(clock.paused_on, today()) if counted else None
        clock.given_back += lost if lost is not None else (today() - clock.paused_on).days
    if clock.agreed_until:
        clock.agreed_until = clock.due_on
    clock.paused_on, clock.near_told_at, clock.late_told_at = None, None, None
    clock.save()


def extend(clock: Clock, until: date) -> None:
    """A granted extension moves the due date; reminders begin anew."""
    clock.due_on = clock.agreed_until = until
    clock.provisional = calendar_of(clock.committee_id).is_provisional(until)
    clock.near_told_at = clock.late_told_at = None
    clock.save()


def end_of(day: date) -> datetime:
    """The last moment of a day, for comparing due dates with times."""
    return timezone.make_aware(datetime.combine(day, time.max))
