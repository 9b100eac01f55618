"""Activities brought to a state by the real verbs."""

import io
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from shangliang.activities.actions.close_activity import close_activity
from shangliang.activities.actions.plan import plan_activity
from shangliang.activities.models import Activity, Attendance
from shangliang.activities.outcome import outcome_of

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MEMBERS = ("member", "member2", "member3", "member4", "member5")


def planned(
    city: Any,
    *who: str,
    days: float = 10,
    kind: str = "meeting",
    by: str = "organiser",
    **more: Any,
) -> Activity:
    """Held in ``days`` days, three hours long; ``who`` are invited today."""
    start = timezone.now() + days * DAY
    data = {
        "kind": kind,
        "title": "专题座谈",
        "starts_at": start,
        "ends_at": start + 3 * HOUR,
        "place": "二楼会议室",
        "invitees": [city.people[k].pk for k in who],
    }
    return plan_activity(city.seat(by), **data | more)


def back(row: Activity, days: float, told: float = 10) -> Activity:
    """As if all of it had been ``days`` days ago, with people told ``told`` days before it."""
    shift = row.starts_at - (timezone.now() - days * DAY)
    row.starts_at, row.ends_at = row.starts_at - shift, row.ends_at - shift
    row.first_starts_at = row.starts_at
    row.save()
    for part in row.sittings.all():
        part.starts_at, part.ends_at = part.starts_at - shift, part.ends_at - shift
        part.save()
    early = row.starts_at - told * DAY
    row.attendances.update(told_at=early, invited_at=early)
    return row


def held(city: Any, *who: str, **more: Any) -> Activity:
    """Under way since an hour ago."""
    return back(planned(city, *who, **more), 1 / 24)


def closed(city: Any, row: Activity) -> Activity:
    done: Activity = close_activity(city.seat("organiser"), row.pk)
    return done


def own(city: Any, row: Activity, who: str) -> Attendance:
    return Attendance.objects.get(activity=row, person=city.people[who])


def photo(colour: str = "teal", name: str = "a.jpg") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (80, 60), colour).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def result(city: Any, row: Activity, who: str) -> str:
    """What became of one person's attendance."""
    return outcome_of(own(city, row, who)).key
