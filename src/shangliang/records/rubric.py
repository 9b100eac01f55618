"""提案质量 by the reviewers' own rubric: how many proposals were found weak, point by point (S-002)."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ..rulebooks.models import Rulebook
from ..rulebooks.queries import rules_of
from ..submissions.models import Review, Submission


@dataclass(frozen=True)
class PointLine:
    """One point: proposals judged, and found weak, a session (newest first)."""

    key: str
    label: str
    judged: tuple[int, ...]
    weak: tuple[int, ...]

    @property
    def shares(self) -> tuple[float | None, ...]:
        """Per cent found weak; None where nobody judged."""
        return tuple(
            round(100 * weak / judged, 1) if judged else None
            for weak, judged in zip(self.weak, self.judged, strict=True)
        )


def points(committee_id: int) -> dict[str, str]:
    """The points of the committee's rulebooks, the newest wording last."""
    found: dict[str, str] = {}
    books = Rulebook.objects.filter(committee_id=committee_id, state=Rulebook.State.PUBLISHED)
    for book in books.order_by("version"):
        found |= {item.key: item.label for item in rules_of(book).rubric}
    return found


def lines(committee_id: int, sessions: list[int]) -> list[PointLine]:
    """Two questions. A proposal with two reviews counts once; weak when either says so."""
    labels = points(committee_id)
    counts: dict[str, Count] = {}
    for key in labels:
        said = Q(**{f"rubric__{key}__in": ["yes", "no", "unsure"]})
        counts[f"judged_{key}"] = Count("submission", filter=said, distinct=True)
        counts[f"weak_{key}"] = Count(
            "submission", filter=Q(**{f"rubric__{key}": "no"}), distinct=True
        )
    found: QuerySet[Any] = (
        Review.objects.filter(committee_id=committee_id, submission__session_id__in=sessions)
        .order_by()
        .values("submission__session_id")
        .annotate(**counts)
    )
    rows = {row["submission__session_id"]: row for row in found}
    return [
        PointLine(
            key,
            label,
            tuple(rows.get(pk, {}).get(f"judged_{key}", 0) for pk in sessions),
            tuple(rows.get(pk, {}).get(f"weak_{key}", 0) for pk in sessions),
        )
        for key, label in labels.items()
    ]


def weak_in(rows: QuerySet[Submission], key: str) -> QuerySet[Submission]:
    """Proposals a reviewer found weak in this point."""
    said = Review.objects.filter(submission=OuterRef("pk"), **{f"rubric__{key}": "no"})
    return rows.filter(Exists(said))
