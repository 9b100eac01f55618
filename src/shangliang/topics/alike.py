"""Topics alike (相近议题): compared by pairs of neighbouring characters, as proposals are."""

from dataclasses import dataclass

from django.db.models import Q

from ..submissions.likeness import likeness, pairs
from .flow import TOPIC
from .models import Topic

ALIKE = 0.32
CANDIDATES = 300


@dataclass(frozen=True)
class Near:
    """An earlier topic that resembles the text, and where it stands."""

    pk: int
    title: str
    state: str
    code: str
    share: float


def alike(committee_id: int, title: str, but: int = 0, most: int = 3) -> list[Near]:
    """Topics of the committee like ``title``, most alike first; one question."""
    mine = pairs(title)
    if len(mine) < 2:
        return []
    sought = Q()
    for gram in sorted(mine)[:16]:
        sought |= Q(title__contains=gram)
    rows = (
        Topic.objects.filter(sought, committee_id=committee_id)
        .exclude(pk=but)
        .exclude(state="merged")
        .order_by("-pk")
        .values_list("pk", "title", "state", "public_code")[:CANDIDATES]
    )
    found = [
        Near(pk, text, TOPIC.label_of(state), code, round(likeness(mine, pairs(text)), 2))
        for pk, text, state, code in rows
    ]
    near = [row for row in found if row.share >= ALIKE]
    return sorted(near, key=lambda r: (-r.share, -r.pk))[:most]
