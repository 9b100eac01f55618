"""Judges' marks counted: mean, spread, how many; what each criterion got. Never who gave what."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev
from typing import Any

from .models import Judgement, Topic
from .presets import criteria, least_judges

# Marks that lie further apart than this are said to be apart: one point on a scale of five.
APART = 1.0


@dataclass(frozen=True)
class Marks:
    """Of one topic: each judge's mean counts once."""

    count: int
    mean: float | None
    low: float | None
    high: float | None
    spread: float
    judges: frozenset[int]

    @property
    def enough(self) -> bool:
        return self.count >= least_judges()

    @property
    def apart(self) -> bool:
        """The judges do not agree; this is said, not smoothed."""
        return self.spread > APART


def of(rows: Sequence[Judgement]) -> Marks:
    """Marks of one topic's judgements; declared interests are counted out."""
    own = [fmean(r.points.values()) for r in rows if r.points and not r.conflict]
    return Marks(
        count=len(own),
        mean=round(fmean(own), 2) if own else None,
        low=round(min(own), 1) if own else None,
        high=round(max(own), 1) if own else None,
        spread=round(pstdev(own), 2) if len(own) > 1 else 0.0,
        judges=frozenset(r.judge_id for r in rows),
    )


def rows_of_marks(topics: Sequence[Topic]) -> dict[int, Marks]:
    """Marks of many topics; one question."""
    if not topics:
        return {}
    found: dict[int, list[Judgement]] = defaultdict(list)
    for row in Judgement.objects.filter(
        committee_id=topics[0].committee_id, topic__in=[t.pk for t in topics]
    ):
        found[row.topic_id].append(row)
    return {pk: of(rows) for pk, rows in found.items()}


def sheet(topic: Topic) -> dict[str, Any]:
    """One topic's sheet: each criterion with mean and the marks in order of size (not of judges)."""
    rows = list(Judgement.objects.filter(committee_id=topic.committee_id, topic=topic))
    lines = []
    for c in criteria():
        given = sorted(r.points[c.key] for r in rows if c.key in r.points and not r.conflict)
        lines.append(
            {
                "label": c.label,
                "source": c.source,
                "given": given,
                "mean": round(fmean(given), 1) if given else None,
                "wide": bool(given) and given[-1] - given[0] >= 3,
            }
        )
    return {
        "marks": of(rows),
        "lines": lines,
        "notes": [r.note for r in sorted(rows, key=lambda r: r.note) if r.note],
        "conflicts": sum(r.conflict for r in rows),
    }
