"""The list of people of an activity: putting them on it, and telling them."""

from collections.abc import Iterable

from django.utils import timezone

from ..actors.models import Actor
from ..notices.post import post
from ..procedures.verdicts import refuse
from .models import Activity, Attendance


def add_people(
    activity: Activity,
    people: Iterable[int],
    *,
    via: dict[int, list[int]] | None = None,
    role: str = Attendance.As.MEMBER,
) -> list[Attendance]:
    """New rows for those not on the list yet; whoever stands in two bodies is there once.

    ``via``: person -> bodies by which they were asked. Refuses people of another committee.
    """
    wanted = list(dict.fromkeys(people))
    known = set(
        Actor.objects.filter(
            committee_id=activity.committee_id, kind=Actor.Kind.PERSON, pk__in=wanted
        ).values_list("pk", flat=True)
    )
    if len(known) != len(wanted):
        raise refuse("名单里有不属于本政协的人，请重新选。", "wall")
    there = {
        row.person_id: row for row in Attendance.objects.filter(activity=activity, person__in=known)
    }
    now, via = timezone.now(), via or {}
    fresh = []
    for person in wanted:
        bodies = via.get(person, [])
        if row := there.get(person):
            more = [b for b in bodies if b not in row.via]
            if more or row.walk_in:
                row.via, row.walk_in = [*row.via, *more], False
                row.invited_at = row.invited_at or now
                row.save(update_fields=["via", "walk_in", "invited_at"])
            continue
        fresh.append(
            Attendance(
                committee_id=activity.committee_id,
                activity=activity,
                person_id=person,
                role=role,
                via=bodies,
                invited_at=now,
                told_at=now,
            )
        )
    return Attendance.objects.bulk_create(fresh)


def when(activity: Activity) -> str:
    """6 月 30 日 09:00, as a notice says it."""
    at = timezone.localtime(activity.starts_at)
    return f"{at.month} 月 {at.day} 日 {at:%H:%M}"


def tell_invited(activity: Activity, rows: Iterable[Attendance], but: int | None = None) -> None:
    """One notice each, with the one thing asked: an answer."""
    place = f"，{activity.place}" if activity.place else ""
    post(
        committee_id=activity.committee_id,
        to=[row.person_id for row in rows],
        kind="activity.invite",
        text=f"请您参加：{activity.title}，{when(activity)}{place}",
        case=activity,
        url=activity.get_absolute_url(),
        needs_act=True,
        but=but,
    )
