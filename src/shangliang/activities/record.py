"""Keeping ticks (签到): each way in writes here, so that nobody is counted twice and nothing is lost."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Max, Min, Q
from django.utils import timezone

from ..actors.models import Actor
from ..procedures.seat import Seat
from .models import Activity, Attendance, Presence, Sitting, Tick


@dataclass(frozen=True)
class Taken:
    """One sign-in as it comes in."""

    person: int
    sitting: Sitting
    what: str
    way: str
    at: datetime
    key: str
    device: str = ""
    device_at: datetime | None = None
    doubt: str = ""


@dataclass
class Kept:
    """What became of them."""

    new: int = 0
    known: int = 0  # sent before: nothing changes
    walk_ins: int = 0
    strangers: list[int] = field(default_factory=list)  # not people of this committee


def keep(activity: Activity, seat: Seat, taken: Iterable[Taken]) -> Kept:
    """Write what is new. The caller holds the activity's lock. A fixed number of questions."""
    rows = list({t.key: t for t in taken}.values())
    said = Kept()
    people = {t.person for t in rows}
    there = {
        row.person_id: row
        for row in Attendance.objects.filter(activity=activity, person_id__in=people)
    }
    unknown = people - there.keys()
    if unknown:
        ours = set(
            Actor.objects.filter(
                committee_id=activity.committee_id, kind=Actor.Kind.PERSON, pk__in=unknown
            ).values_list("pk", flat=True)
        )
        said.strangers = sorted(unknown - ours)
        fresh = Attendance.objects.bulk_create(
            Attendance(
                committee_id=activity.committee_id,
                activity=activity,
                person_id=person,
                state="going",
                walk_in=True,
                answered_at=timezone.now(),
            )
            for person in sorted(ours)
        )
        said.walk_ins = len(fresh)
        there |= {row.person_id: row for row in fresh}
    keys = [t.key for t in rows]
    known = set(Tick.objects.filter(activity=activity, key__in=keys).values_list("key", flat=True))
    wanted = [t for t in rows if t.key not in known and t.person in there]
    said.known = sum(t.key in known for t in rows)
    Tick.objects.bulk_create(
        Tick(
            committee_id=activity.committee_id,
            activity=activity,
            attendance=there[t.person],
            sitting=t.sitting,
            what=t.what,
            way=t.way,
            at=t.at,
            device=t.device,
            device_at=t.device_at,
            doubt=t.doubt,
            key=t.key,
            by_id=seat.person_id,
        )
        for t in wanted
    )
    said.new = len(wanted)
    recount(activity, {there[t.person].pk for t in wanted})
    return said


def recount(activity: Activity, attendances: set[int]) -> None:
    """Presences of these people from their ticks: the first coming, the last going."""
    if not attendances:
        return
    found = (
        Tick.objects.filter(
            activity=activity, attendance_id__in=attendances, taken_back_at__isnull=True
        )
        .values("attendance_id", "sitting_id")
        .annotate(
            came=Min("at", filter=Q(what="in")),
            first=Min("at"),
            left=Max("at", filter=Q(what="out")),
        )
        .order_by()
    )
    now = {(r["attendance_id"], r["sitting_id"]): r for r in found}
    there = {
        (p.attendance_id, p.sitting_id): p
        for p in Presence.objects.filter(attendance_id__in=attendances)
    }
    gone = [p.pk for key, p in there.items() if key not in now]
    if gone:
        Presence.objects.filter(pk__in=gone).delete()
    fresh, changed = [], []
    for key, r in now.items():
        came, left = r["came"] or r["first"], r["left"]
        if left is not None and left <= came and r["came"]:
            left = None  # left and came back: still here
        row = there.get(key)
        if row is None:
            fresh.append(
                Presence(
                    committee_id=activity.committee_id,
                    attendance_id=key[0],
                    sitting_id=key[1],
                    came_at=came,
                    left_at=left,
                )
            )
        elif (row.came_at, row.left_at) != (came, left):
            row.came_at, row.left_at = came, left
            changed.append(row)
    Presence.objects.bulk_create(fresh)
    Presence.objects.bulk_update(changed, ["came_at", "left_at"])
