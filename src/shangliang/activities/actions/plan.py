"""计划活动: one activity with its sittings, and, where people are named, their invitation."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..kinds import kinds
from ..models import Activity, Sitting
from ..roster import add_people, tell_invited

PLANNERS = (
    Role.ORGANISER,
    Role.CLERK,
    Role.SECOND_REVIEWER,
    Role.SUPERVISOR,
    Role.EDITOR,
    Role.CONVENOR,
    Role.LEADER,
)
LONGEST = timedelta(days=31)


@act("activity.plan", "计划活动", *PLANNERS)
def plan_activity(
    seat: Seat,
    *,
    kind: str,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    about_type: str = "",
    about_id: int | None = None,
    invitees: Iterable[int] = (),
    host: int | None = None,
    project: int | None = None,
    text: str = "",
    open_to: str = "invited",
    capacity: int | None = None,
    sittings: Iterable[tuple[str, datetime, datetime]] = (),
) -> Done:
    """A new activity; with ``invitees`` (ids of people) they are invited at once.

    ``about_type``/``about_id`` name a row of another room it is held for. ``sittings`` are half days
    ``(name, from, to)``; without any, the whole is one. Returns the :class:`Activity`.
    """
    rule = kinds().get(kind)
    if rule is None:
        raise refuse("请选活动的种类。")
    if not title.strip():
        raise refuse("请写活动名称。")
    parts = sorted(sittings, key=lambda part: part[1])
    check_times(starts_at, ends_at, parts)
    chosen = list(dict.fromkeys(invitees))
    if host is not None and not Actor.objects.filter(committee_id=seat.committee_id, pk=host):
        raise refuse("承办的机构不在本政协。")
    row = Activity.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        title=title.strip()[:120],
        place=place.strip()[:120],
        starts_at=starts_at,
        ends_at=ends_at,
        first_starts_at=starts_at,
        notice_days=rule.notice_days,
        must=rule.must,
        open_to=open_to if open_to in Activity.OpenTo.values else Activity.OpenTo.INVITED,
        capacity=capacity,
        text=text.strip()[:4000],
        about_type=about_type,
        about_id=about_id,
        host_id=host,
        project_id=project,
        planned_by_id=seat.person_id,
    )
    Sitting.objects.bulk_create(
        Sitting(
            committee_id=seat.committee_id,
            activity=row,
            number=n,
            name=name[:60],
            starts_at=begin,
            ends_at=end,
        )
        for n, (name, begin, end) in enumerate(parts or [("", starts_at, ends_at)], 1)
    )
    if chosen:
        added = add_people(row, chosen)
        row.state, row.invited_at = "open", timezone.now()
        row.save(update_fields=["state", "invited_at"])
        tell_invited(row, added, but=seat.person_id)
    return Done(case=row, detail={"kind": kind, "invited": len(chosen)})


def check_times(
    starts_at: datetime, ends_at: datetime, parts: list[tuple[str, datetime, datetime]]
) -> None:
    """An end after the beginning; half days inside the whole and one after another."""
    if ends_at <= starts_at:
        raise refuse("结束时间要晚于开始时间。")
    if ends_at - starts_at > LONGEST:
        raise refuse("一次活动最长 31 天；更长的请建课题，分几次活动。")
    before = starts_at
    for name, begin, end in parts:
        if end <= begin:
            raise refuse(f"单元“{name}”的结束要晚于开始。")
        if begin < before or end > ends_at:
            raise refuse(f"单元“{name}”不在活动时间内，或与前一个单元重叠。")
        before = end
