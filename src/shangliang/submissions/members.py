"""Current members (本届委员) as those who write together find each other: name and sector only."""

import re
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Substr

from ..actors.models import Actor, Tie
from ..procedures.office_calendar import today


def current(committee_id: int) -> QuerySet[Actor]:
    """Members of the committee today, in stroke order (姓氏笔画)."""
    seats = Tie.objects.filter(committee_id=committee_id, kind=Tie.Kind.MEMBER).on(today())
    return (
        Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.PERSON, active=True)
        .filter(pk__in=seats.values("who_id"))
        .order_by("stroke_key", "id")
    )


def matching(committee_id: int, q: str = "", strokes: int | None = None) -> QuerySet[Actor]:
    """By characters of the name, by pinyin or its initials, by strokes of the surname."""
    rows = current(committee_id)
    words = re.sub(r"\s+", "", q)[:40]
    if words.isascii() and words:
        low = words.lower()
        rows = rows.filter(Q(pinyin__startswith=low) | Q(initials__startswith=low))
    elif words:
        rows = rows.filter(name__contains=words)
    if strokes is not None:
        rows = rows.filter(stroke_key__startswith=f"{strokes:02d}")
    return rows


def stroke_counts(committee_id: int) -> dict[int, int]:
    """Strokes of the surname -> members, for the stroke pad."""
    rows = (
        current(committee_id)
        .order_by()
        .annotate(strokes=Substr("stroke_key", 1, 2))
        .values_list("strokes")
        .annotate(people=Count("pk"))
    )
    return {int(strokes): people for strokes, people in rows if strokes.isdigit()}


@dataclass(frozen=True)
class Found:
    """What is shown of a member: never a phone, never a workplace."""

    pk: int
    name: str
    sector: str


def with_sectors(people: list[Actor], committee_id: int) -> list[Found]:
    """Names with their sectors, in one query."""
    sectors: dict[int, list[str]] = {}
    ties = (
        Tie.objects.filter(
            committee_id=committee_id, kind=Tie.Kind.SECTOR, who_id__in=[p.pk for p in people]
        )
        .on(today())
        .values_list("who_id", "whom__name")
    )
    for person, sector in ties:
        sectors.setdefault(person, []).append(sector)
    return [Found(p.pk, p.name, "、".join(sectors.get(p.pk, []))) for p in people]
