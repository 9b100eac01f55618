"""The lamp of a clock on a page, and from which day a limit counts as near.

One rule for the lamp, the count and the list: near is what falls due within the working days the
rulebook in force today names for that kind of limit. A paused clock is neither near nor late.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.db.models import Q

from ...engines.calendar import remaining
from ...procedures.models import Clock
from ...procedures.office_calendar import calendar_of, today
from ...rulebooks.queries import NoRulebook, in_force

# The limits a unit works against; the return window is a right, not a duty.
WORK = ("sign", "reply", "co_opinion", "first_contact")
ANSWERING = ("reply", "co_opinion")
KEYS = {"reply": ("reply_plenary", "reply_ordinary", "reply_collective", "rehandle")}
PLAIN = 3


@dataclass(frozen=True)
class Light:
    """What a row shows of a limit."""

    light: str
    word: str
    due: date
    label: str
    note: str = ""


def near_days(committee_id: int) -> dict[str, date]:
    """Kind of limit -> the last day that counts as near. Kept for a minute."""
    day = today()
    key = f"near:{committee_id}:{day}"
    found: dict[str, date] | None = cache.get(key)
    if found is None:
        calendar = calendar_of(committee_id)
        try:
            rules = in_force(committee_id, day).rules.clocks
        except NoRulebook:
            rules = {}
        found = {}
        for kind in (*WORK, "check", "countersign", "rating", "assign", "promise"):
            names = KEYS.get(kind, (kind,))
            near = max([rules[n].near for n in names if n in rules], default=PLAIN)
            found[kind] = calendar.add_workdays(day, max(near, 1)) if near else day
        found["promise"] = calendar.add_workdays(day, 10)
        cache.set(key, found, 60)
    return found


def near(committee_id: int, prefix: str = "") -> Q:
    """Running clocks that are near: not yet past, within the rulebook's days, not paused."""
    any_kind = Q()
    for kind, until in near_days(committee_id).items():
        any_kind |= Q(**{f"{prefix}kind": kind, f"{prefix}due_on__lte": until})
    return any_kind & Q(**{f"{prefix}due_on__gte": today(), f"{prefix}paused_on__isnull": True})


def late(prefix: str = "") -> Q:
    """Running clocks past their day. An extended clock has another day, a paused one none."""
    return Q(**{f"{prefix}due_on__lt": today(), f"{prefix}paused_on__isnull": True})


def running() -> Q:
    """Neither met nor dropped."""
    return Q(met_on__isnull=True, dropped_on__isnull=True)


def light_of(clock: Clock) -> Light:
    """The lamp: paused, late, near, or on its way; the day, marked where it is provisional."""
    day = today()
    left = remaining(day, clock.due_on, calendar_of(clock.committee_id))
    notes = []
    if clock.provisional:
        notes.append("暂定，待明年放假安排公布")
    if clock.due_on != clock.first_due_on:
        notes.append(f"原定 {clock.first_due_on:%-m-%d}")
    note = "；".join(notes)
    if clock.paused_on:
        return Light("pause", "暂停计时", clock.due_on, clock.label, clock.pause_reason)
    if left.overdue:
        return Light("red", left.words, clock.due_on, clock.label, note)
    soon = clock.due_on <= near_days(clock.committee_id).get(clock.kind, day)
    return Light("yellow" if soon else "green", left.words, clock.due_on, clock.label, note)


def clocks_of(about_type: str, ids: Iterable[int], committee_id: int) -> dict[int, list[Clock]]:
    """Running clocks of many rows, by row, soonest first: one question."""
    found: dict[int, list[Clock]] = defaultdict(list)
    rows = Clock.objects.filter(
        running(), committee_id=committee_id, about_type=about_type, about_id__in=list(ids)
    )
    for clock in rows.order_by("due_on", "id"):
        found[clock.about_id].append(clock)
    return found
