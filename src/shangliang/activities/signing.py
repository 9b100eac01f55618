"""Sign-in by a code that changes: what the projector shows, and what a phone may hand in."""

import hashlib
import hmac
from datetime import datetime, timedelta

from django.utils import timezone

from .models import Activity, Sitting

STEP = 30  # seconds one code is shown
GOOD_FOR = 4  # steps a code is still taken: time to walk in and type
EARLY = timedelta(minutes=90)  # sign-in opens so long before a sitting


def code_at(activity: Activity, moment: datetime) -> str:
    """Six digits of this half minute. Only the server can make them."""
    step = int(moment.timestamp()) // STEP
    said = hmac.new(activity.secret.encode(), str(step).encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(said[:6], 'big') % 1_000_000:06d}"


def code_holds(activity: Activity, code: str, moment: datetime) -> bool:
    """Whether this code was on the wall within the last two minutes."""
    given = "".join(ch for ch in code if ch.isdigit())
    # A phone's clock plays no part; one step ahead is for the server's own page being cached.
    return any(
        hmac.compare_digest(code_at(activity, moment - timedelta(seconds=STEP * n)), given)
        for n in range(GOOD_FOR)
    )


def sitting_at(activity: Activity, moment: datetime) -> Sitting | None:
    """The sitting one signs in to at this moment: the one under way, else the next to begin soon."""
    rows = list(activity.sittings.all())
    for row in rows:
        if row.starts_at <= moment <= row.ends_at:
            return row
    for row in rows:
        if row.starts_at - EARLY <= moment < row.starts_at:
            return row
    return None


def nearest(activity: Activity, moment: datetime) -> Sitting:
    """The sitting a tick belongs to when its clock is in doubt."""
    rows = list(activity.sittings.all())
    return sitting_at(activity, moment) or min(
        rows,
        key=lambda s: min(abs(moment - s.starts_at), abs(moment - s.ends_at)),
    )


def opens(activity: Activity) -> str:
    """6-30 08:00, as a refusal says it."""
    at = timezone.localtime(activity.starts_at - EARLY)
    return f"{at.month}-{at.day} {at:%H:%M}"
