"""Questions alike that were answered already (相近的疑问): compared by pairs of neighbouring characters."""

from dataclasses import dataclass

from django.db.models import Q

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


def alike(case: Doubt, most: int = 4) -> list[Near]:
    """Published ones of the committee, most alike first; one question."""
    mine = pairs(case.text)
    if not mine:
        return []
    sought = Q()
    for gram in sorted(mine)[:20]:
        sought |= Q(text__contains=gram)
    rows = (
        Doubt.objects.filter(sought, committee_id=case.committee_id, state="published")
        .exclude(pk=case.pk)
        .order_by("-pk")[:CANDIDATES]
    )
    found = [Near(row, likeness(mine, pairs(row.text))) for row in rows]
    near = [n for n in found if n.share >= ALIKE]
    return sorted(near, key=lambda n: (-n.share, -n.doubt.pk))[:most]
