"""Units' duties as statistics see them: assigned, in time, talked first, answered in full, rated.

A duty is one unit's assignment in one proposal; returned and cancelled ones do not count.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from ..procedures.models import Clock
from ..procedures.office_calendar import today
from ..submissions.models import Assignment, Contact, Recommendation
from .measures import FACE, SCORES, Measure

ANSWERING = ("sole", "lead", "each")
# Below this many, a share says more about chance than about the unit: the count alone is shown.
FEW = 5
LEADING = Q(role__in=ANSWERING)
DONE = LEADING & Q(state="done")
MEASURES = (
    Measure("unit_lead", "主办", LEADING, "主办、独办、分办"),
    Measure("unit_co", "会办", Q(role="co")),
    Measure("unit_done", "已办复", DONE),
    Measure("unit_timely", "按期", DONE & Q(was_late=False), "在期限（含同意延期）内送达"),
    Measure("unit_late", "逾期", LEADING & Q(was_late=True), "逾期送达，或到期还没有答复"),
    Measure("unit_talked", "答复前沟通", DONE & Q(talked=True), "有沟通记录，不算写理由未沟通的"),
    Measure("unit_met", "面商", DONE & Q(was_met=True)),
    Measure("unit_full", "逐条答全", DONE & Q(open_asks=False), "没有漏答的建议"),
    Measure("unit_again", "重办", LEADING & Q(submission__round__gt=1)),
    Measure("unit_rated", "已评价", DONE & ~Q(submission__satisfaction="")),
    *(
        Measure(f"unit_{code}", label, DONE & Q(submission__satisfaction=code))
        for code, label in SCORES.items()
    ),
)
BY_KEY = {m.key: m for m in MEASURES}
RATINGS = frozenset({"unit_rated", *(f"unit_{code}" for code in SCORES)})


def rows(committee_id: int, sessions: list[int]) -> QuerySet[Assignment]:
    """Duties that stand, with what the conditions ask."""
    mine = {"assignment": OuterRef("pk")}
    late = Clock.objects.filter(
        about_type="assignment", about_id=OuterRef("pk"), kind="reply", dropped_on__isnull=True
    ).filter(Q(met_on__gt=F("due_on")) | Q(met_on__isnull=True, due_on__lt=today()))
    talked = Contact.objects.filter(**mine, none_because="").exclude(phase=Contact.Phase.AFTER)
    unanswered = Recommendation.objects.filter(
        submission=OuterRef("submission"), removed_at__isnull=True
    ).exclude(state="answered")
    return (
        Assignment.objects.filter(committee_id=committee_id, submission__session_id__in=sessions)
        .exclude(state__in=["returned", "dropped"])
        .alias(
            was_late=Exists(late),
            talked=Exists(talked),
            was_met=Exists(Contact.objects.filter(**mine, means=FACE)),
            open_asks=Exists(unanswered),
        )
        .order_by()
    )


@dataclass
class UnitLine:
    """One unit's counts."""

    pk: int
    name: str
    n: dict[str, int]

    def share(self, part: str, *whole: str) -> int | None:
        """Per cent, or None when there are too few to say anything."""
        base = sum(self.n[key] for key in whole)
        return round(100 * self.n[part] / base) if base >= FEW else None


def by_unit(committee_id: int, sessions: list[int]) -> list[UnitLine]:
    """All units with a duty in these sessions, in stroke order: never by score. One query."""
    counts: dict[str, Any] = {f"n_{m.key}": Count("pk", filter=m.q) for m in MEASURES}
    found: QuerySet[Any] = (
        rows(committee_id, sessions)
        .values("unit_id", "unit__short", "unit__name", "unit__stroke_key")
        .annotate(**counts)
        .order_by("unit__stroke_key", "unit_id")
    )
    return [
        UnitLine(
            row["unit_id"],
            row["unit__short"] or row["unit__name"],
            {m.key: row[f"n_{m.key}"] for m in MEASURES},
        )
        for row in found
    ]


def total(lines: list[UnitLine]) -> UnitLine:
    """All units together."""
    return UnitLine(0, "合计", {m.key: sum(line.n[m.key] for line in lines) for m in MEASURES})
