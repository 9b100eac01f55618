"""Direct contact (1+100): whom each keeper looks after, what is due, and the coverage without a name."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, Q

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from .composition import SMALL
from .consent import rules
from .models import Listed, Touch
from .words import MATTERS


@dataclass(frozen=True)
class Due:
    """One contact with the last time and the next."""

    row: Listed
    last: date | None
    next: date
    late: bool
    over: bool  # consent is over: not to be used until it is renewed


def mine(seat: Seat) -> list[Due]:
    """One's own contacts, the one due first on top; two questions."""
    day = today()
    rows = Listed.objects.filter(
        committee_id=seat.committee_id, kind="contact", keeper_id=seat.person_id
    ).exclude(state="gone")
    out = []
    for row in rows.annotate(last=Max("touches__on")):
        last: date | None = row.last  # type: ignore[attr-defined]
        after = (last or row.consent_on or row.made_on) + timedelta(
            days=row.every_days or rules().every_days
        )
        out.append(Due(row, last, after, after < day and row.holds(day), not row.holds(day)))
    return sorted(out, key=lambda d: (d.over, d.next))


def keepers(committee_id: int) -> list[dict[str, Any]]:
    """Keeper -> people, of them spoken to in time; counts only, one question."""
    day = today()
    rows: Any = (
        Listed.objects.filter(committee_id=committee_id, kind="contact", keeper__isnull=False)
        .order_by()
        .values("keeper_id", "keeper__name")
        .annotate(
            people=Count("pk", filter=Q(state="in", until__gte=day), distinct=True),
            touched=Count(
                "pk",
                filter=Q(
                    state="in", until__gte=day,
                    touches__on__gte=day - timedelta(days=rules().every_days),
                ),
                distinct=True,
            ),
            over=Count("pk", filter=Q(state="in", until__lt=day), distinct=True),
            gone=Count("pk", filter=Q(state="gone"), distinct=True),
        )
    )  # fmt: skip
    target = rules().target
    return sorted(
        (
            {**row, "target": target, "share": min(row["people"] * 100 // target, 100)}
            for row in rows
        ),
        key=lambda row: (-row["people"], row["keeper__name"]),
    )


def needs(committee_id: int, days: int = 365) -> list[tuple[str, int | None]]:
    """What contacts needed, by category; a category of fewer than five is not shown (E6)."""
    since = today() - timedelta(days=days)
    rows = Touch.objects.filter(
        committee_id=committee_id, listed__kind="contact", on__gte=since
    ).exclude(matter="")
    counted = Counter(rows.values_list("matter", flat=True))
    return [(MATTERS[key], n if n >= SMALL else None) for key, n in counted.most_common()]
