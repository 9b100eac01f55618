"""Three similar difficulties raise a suggestion for a systemic recommendation (S-074). It advises only."""

from dataclasses import dataclass

from django.db.models import Count

from ..procedures.seat import Seat
from .models import Voice
from .queries import difficulties
from .rules import rules_of

OPEN = ("received", "handling", "answered", "closed")


@dataclass(frozen=True)
class Systemic:
    """A class with enough cases, and how many of them the firms called not solved at least once."""

    code: str
    name: str
    count: int
    reopened: int
    why: str


def systemic(seat: Seat, year: int) -> list[Systemic]:
    """Classes of this year's cases that reached the number of the rules, most cases first."""
    rules = rules_of()
    rows = difficulties(seat).filter(state__in=OPEN, year=year).exclude(class_code="")
    counts = dict(rows.order_by().values_list("class_code").annotate(n=Count("pk")))
    again = dict(
        rows.filter(round__gt=1).order_by().values_list("class_code").annotate(n=Count("pk"))
    )
    found = [
        Systemic(
            matter.code,
            matter.name,
            counts[matter.code],
            again.get(matter.code, 0),
            f"同类满 {rules.similar_cases} 件就提示；本年 {counts[matter.code]} 件，"
            f"其中 {again.get(matter.code, 0)} 件企业说过没解决",
        )
        for matter in rules.matters
        if counts.get(matter.code, 0) >= rules.similar_cases
    ]
    return sorted(found, key=lambda s: -s.count)


def of_class(seat: Seat, code: str, year: int) -> list[Voice]:
    """The cases behind the number."""
    rows = difficulties(seat).filter(state__in=OPEN, year=year, class_code=code)
    return list(rows.select_related("firm", "unit").order_by("-id")[:200])
