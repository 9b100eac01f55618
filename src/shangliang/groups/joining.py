"""What a member can join this month (S-051): open activities, those that fit one's declared fields first."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from ..activities.models import Activity, Attendance
from ..engines.search.fold import fold
from ..engines.search.tokens import words
from ..procedures.seat import Seat
from .matching import EMPTY, parts
from .models import Listed

MONTH = timedelta(days=31)
SHOWN = 3


def can_join(seat: Seat, consents: list[Listed]) -> list[dict[str, Any]]:
    """Three at most, each with why it fits; two questions."""
    now = timezone.now()
    own = Attendance.objects.filter(committee_id=seat.committee_id, person_id=seat.person_id)
    rows = list(
        Activity.objects.filter(
            committee_id=seat.committee_id, state="open", open_to__in=("members", "public"), starts_at__gt=now,
            starts_at__lt=now + MONTH,
        )
        .exclude(pk__in=own.values("activity_id"))
        .order_by("starts_at")[:40]
    )  # fmt: skip
    fields = [f for c in consents if c.kind == "member" for f in parts(c.fields)]
    out: list[dict[str, Any]] = []
    for row in rows:
        text = fold(f"{row.title} {row.text}")
        said = {w for w in words(row.title) if w not in EMPTY and len(w) > 1}
        fit = [f for f in fields if fold(f) in text or any(w in fold(f) for w in said)]
        out.append({"row": row, "fit": fit})
    out.sort(key=lambda x: (not x["fit"], x["row"].starts_at))
    return out[:SHOWN]
