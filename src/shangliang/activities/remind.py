"""Friendly reminders of an activity: the day before, and when it began and one is not here yet (S-050)."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from ..journal.kinds import type_of
from ..notices.models import Notice
from ..notices.post import post
from .models import Activity, Attendance, Presence
from .roster import when

BEFORE = timedelta(hours=26)
# Nobody is asked where they are while the room still fills, nor when it is nearly over.
AFTER, NO_MORE = timedelta(minutes=15), timedelta(hours=1)
EXPECTED = ("invited", "going")


def near() -> Iterable[Activity]:
    """Open activities of the coming day or of the last hour, of every committee."""
    now = timezone.now()
    return Activity.objects.filter(
        committee_id__in=Activity.objects.values("committee_id"), state="open",
        starts_at__gt=now - NO_MORE, starts_at__lte=now + BEFORE, ends_at__gt=now,
    ).order_by("pk")  # fmt: skip


def not_told(row: Activity, people: Iterable[int], kind: str) -> list[int]:
    """Those of them who did not hear this yet: a move of the date does not tell them twice a day."""
    known = set(
        Notice.objects.filter(
            committee_id=row.committee_id, case_type=type_of(row), case_id=row.pk, kind=kind
        ).values_list("to_id", flat=True)
    )
    return [p for p in people if p not in known]


def remind_of(row: Activity) -> int:
    """Tell who is expected, once each of two times; who asked for leave or said no is left alone."""
    now = timezone.now()
    rows = Attendance.objects.filter(
        committee_id=row.committee_id, activity=row, state__in=EXPECTED, walk_in=False
    )
    place = f"，{row.place}" if row.place else ""
    if row.starts_at > now:
        kind = "activity.near"
        text = f"明天见：{row.title}，{when(row)}{place}。来不了请先请假或说一声。"
        if timezone.localdate(row.starts_at) == timezone.localdate(now):
            text = text.replace("明天见", "今天见", 1)
    elif row.starts_at + AFTER <= now:
        kind = "activity.not_here"
        text = (
            f"{row.title}已经开始，还没有看到您签到。在路上不急；来不了也没关系，请告诉工作人员。"
        )
        came = Presence.objects.filter(committee_id=row.committee_id, attendance_id=OuterRef("pk"))
        rows = rows.exclude(Exists(came))
        if not row.must:
            rows = rows.filter(state="going")
    else:
        return 0
    people = not_told(row, rows.order_by("pk").values_list("person_id", flat=True), kind)
    if people:
        post(
            committee_id=row.committee_id, to=people, kind=kind, text=text, case=row,
            url=row.get_absolute_url(),
        )  # fmt: skip
    return len(people)


def remind_all() -> int:
    """Idempotent; each activity in a transaction of its own."""
    told = 0
    for row in near():
        with transaction.atomic():
            told += remind_of(row)
    return told
