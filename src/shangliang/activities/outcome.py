"""What became of an invitation (出席结果): worked out from facts each time, stored nowhere.

Below the kind's least share (two thirds, docs/field.md 5.1) one counts as absent; whoever was told
too late is out of the base (E18), but what one attended always counts.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from django.utils import timezone

from ..actors.models import Tie
from .models import Activity, Attendance, Leave, Sitting

LABELS = {
    "present": "出席",
    "part": "到场不足，按缺席计",
    "leave": "请假",
    "absent": "缺席",
    "late_notice": "通知太迟，不计",
    "free": "自愿活动，没有报名",
    "not_yet": "还没有办结",
    "void": "已取消或撤销",
}
COUNTED = ("present", "part", "leave", "absent")


class Seen(Protocol):
    """A presence, or its columns when a year of them is read."""

    sitting_id: int
    came_at: datetime
    left_at: datetime | None


class Asked(Protocol):
    """An invitation, or its columns."""

    state: str
    walk_in: bool

    @property
    def in_time(self) -> bool: ...


WHOLE = Fraction(1)


@lru_cache(maxsize=4096)
def fraction(there: int, whole: int) -> Fraction:
    """Few different shares occur in a year, and reducing one is what takes the time."""
    return Fraction(there, max(whole, 1))


@dataclass(frozen=True, slots=True)
class Outcome:
    """``share``: of the sittings one was to attend, by time; ``halves``: sittings attended."""

    key: str
    share: Fraction = Fraction(0)
    halves: int = 0
    expected: int = 0
    minutes_late: int = 0

    @property
    def label(self) -> str:
        return LABELS[self.key]

    @property
    def in_base(self) -> bool:
        """Whether it stands in the denominator: leave granted does not (S-050)."""
        return self.key in ("present", "part", "absent")


def shares(expected: Sequence[Sitting], presences: Iterable[Seen]) -> tuple[Fraction, int, int]:
    """(share by time, half days attended, minutes late to the first). Who did not sign out stayed."""
    by_sitting = {p.sitting_id: p for p in presences}
    there, whole, halves, late = timedelta(0), timedelta(0), 0, 0
    for part in expected:
        whole += part.ends_at - part.starts_at
        found = by_sitting.get(part.pk)
        if found is None:
            continue
        begin = max(found.came_at, part.starts_at)
        end = min(found.left_at or part.ends_at, part.ends_at)
        stayed = max(end - begin, timedelta(0))
        there += stayed
        if 2 * stayed >= part.ends_at - part.starts_at:
            halves += 1
        late = max(late, int((found.came_at - part.starts_at).total_seconds() // 60))
    share = fraction(int(there.total_seconds()), int(whole.total_seconds()))
    return share, halves, late


def judge(
    activity: Activity,
    row: Asked,
    sittings: Sequence[Sitting],
    presences: Sequence[Seen],
    excused: Iterable[int] = (),
    until: date | None = None,
) -> Outcome:
    """Pure: everything it needs is handed in. ``excused``: numbers of sittings on granted leave.

    ``until``: the last day of one's term, when it ends while the activity goes on.
    """
    if activity.state in ("cancelled", "withdrawn"):
        return Outcome("void")
    if activity.state != "closed":
        return Outcome("not_yet")
    off = set(excused)
    expected = [
        s
        for s in sittings
        if s.number not in off and (until is None or timezone.localdate(s.starts_at) <= until)
    ]
    share, halves, late = shares(expected, presences)
    come = bool(presences)
    if come and (share == WHOLE or share >= activity.rule.least_share):
        return Outcome("present", share, halves, len(expected), late)
    if row.state == "on_leave" and not off:
        return Outcome("leave", share, halves, len(expected))
    if not expected and off:
        return Outcome("leave", share, halves, 0)
    if not expected:
        return Outcome("late_notice", share, halves, 0)
    if come:
        return Outcome("part", share, halves, len(expected), late)
    if row.walk_in or row.state == "not_going" or (not activity.must and row.state == "invited"):
        return Outcome("free", share, 0, len(expected))
    if not row.in_time:
        return Outcome("late_notice", share, 0, len(expected))
    return Outcome("absent", share, 0, len(expected))


def excused_of(leaves: Iterable[Leave]) -> list[int]:
    """Half days one was excused from; an empty list with a granted leave means all of it."""
    return sorted({n for row in leaves if row.state == Leave.State.GRANTED for n in row.sittings})


def outcome_of(row: Attendance) -> Outcome:
    """One row, asked by itself."""
    until = term_ends(row.committee_id, {row.person_id}, row.activity.starts_at)
    return judge(
        row.activity,
        row,
        list(row.activity.sittings.all()),
        list(row.presences.all()),
        excused_of(row.leaves.all()),
        until.get(row.person_id),
    )


def term_ends(
    committee_id: int, people: Collection[int] | None, since: datetime
) -> dict[int, date]:
    """person (of these, or all) -> last day as a member, where no later tie goes on. One question."""
    found: dict[int, date | None] = {}
    rows = Tie.objects.filter(committee_id=committee_id, kind=Tie.Kind.MEMBER)
    if people is not None:
        rows = rows.filter(who_id__in=people)
    for who, end in rows.values_list("who_id", "end"):
        if who not in found:
            found[who] = end
        elif found[who] is not None:
            found[who] = None if end is None else max(found[who], end)  # type: ignore[type-var]
    day = timezone.localdate(since)
    return {who: end for who, end in found.items() if end is not None and end >= day}
