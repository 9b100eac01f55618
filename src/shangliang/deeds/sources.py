"""Where a fact can be looked at: the page of the row behind it."""

from collections import defaultdict
from collections.abc import Iterable

from django.urls import NoReverseMatch, reverse

from ..activities.models import Attendance, Card
from ..engines.points import Fact
from ..tasks.models import Effect
from ..voices.models.issue import Adoption

PAGES = {"submission": "proposal", "voice": "voice", "finding": "finding"}


def addresses(committee_id: int, facts: Iterable[Fact]) -> dict[tuple[str, int], str]:
    """(kind, id) -> address, four questions at most. What has no page is left out."""
    ids: dict[str, set[int]] = defaultdict(set)
    for fact in facts:
        ids[fact.source_type].add(fact.source_id)
    through = {
        "attendance": ("activity", Attendance, "activity_id"),
        "card": ("activity", Card, "activity_id"),
        "effect": ("proposal", Effect, "case_id"),
        "adoption": ("voice", Adoption, "voice_id"),
    }
    out: dict[tuple[str, int], str] = {}
    for kind, wanted in ids.items():
        if kind in PAGES:
            out |= {(kind, pk): page for pk in wanted if (page := address(PAGES[kind], pk))}
        elif kind in through:
            name, model, column = through[kind]
            rows = model._default_manager.filter(committee_id=committee_id, pk__in=wanted)
            for pk, target in rows.values_list("pk", column):
                if page := address(name, target):
                    out[(kind, pk)] = page
    return out


def address(name: str, pk: int) -> str:
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""
