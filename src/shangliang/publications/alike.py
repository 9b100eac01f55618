"""Questions alike that were answered already (相近的疑问): compared by pairs of neighbouring characters."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from ..submissions.likeness import likeness, pairs
from .models import Doubt

ALIKE = 0.3
CANDIDATES = 300


@dataclass(frozen=True)
class Near:
    """A published answer to something like it."""

    doubt: Doubt
    share: float

    @property
    def percent(self) -> int:
        return round(self.share * 100)


def remember(doubts: Iterable[Doubt], committee: int) -> None:
    """Read once for a page what all its questions are held against."""
    rows = list(published(committee).order_by("-pk")[:CANDIDATES])
    for doubt in doubts:
        doubt.__dict__["_held_against"] = rows


def published(committee: int) -> QuerySet[Doubt]:
    return Doubt.objects.filter(committee_id=committee, state="published")


def candidates(case: Doubt, mine: frozenset[str]) -> list[Doubt]:
    """Published ones that share a pair of characters; one question, or none where a page has asked."""
    known = case.__dict__.get("_held_against")
    if known is not None:
        return list(known)
    sought = Q()
    for gram in sorted(mine)[:20]:
        sought |= Q(text__contains=gram)
    return list(published(case.committee_id).filter(sought).order_by("-pk")[:CANDIDATES])


def alike(case: Doubt, most: int = 4) -> list[Near]:
    """Published ones of the committee, most alike first."""
    mine = pairs(case.text)
    if not mine:
        return []
    rows = [row for row in candidates(case, mine) if row.pk != case.pk]
    found = [Near(row, likeness(mine, pairs_of(row))) for row in rows]
    near = [n for n in found if n.share >= ALIKE]
    return sorted(near, key=lambda n: (-n.share, -n.doubt.pk))[:most]


def pairs_of(row: Doubt) -> frozenset[str]:
    """Cut once a row, however often it is compared."""
    if "_pairs" not in row.__dict__:
        row.__dict__["_pairs"] = pairs(row.text)
    return row.__dict__["_pairs"]  # type: ignore[no-any-return]
