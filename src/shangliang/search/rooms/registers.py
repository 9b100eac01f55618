"""People, handling units and other bodies. Citizens and firms are not in the register that is
searched: their names are protected or shown by their own rooms."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from ...actors.models import Actor
from ...actors.queries import actors, in_office
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..sources import Entry, Source, register

K = Actor.Kind
PEOPLE, UNITS = (K.PERSON,), (K.UNIT,)
BODIES = (K.SECTOR, K.SPECIAL_COMMITTEE, K.GROUP, K.PARTY, K.ORGANISATION, K.SYSTEM, K.COUNTY)


def seen(*kinds: str) -> Callable[[Seat], QuerySet[Any]]:
    """The registers are the business side's (三员分立)."""

    def visible(seat: Seat) -> QuerySet[Actor]:
        rows = actors(seat).filter(kind__in=kinds)
        return rows if in_office(seat) else rows.none()

    return visible


def held(*kinds: str) -> Callable[[int], QuerySet[Any]]:
    def rows(committee_id: int) -> QuerySet[Actor]:
        return Actor.objects.filter(committee_id=committee_id, kind__in=kinds)

    return rows


def read(rows: QuerySet[Actor]) -> Iterator[Entry]:
    """Name, short name, aliases and duties; of a person the workplace and post, never a contact."""
    day = today()
    for actor in rows.prefetch_related("aliases"):
        aliases = [a.name for a in actor.aliases.all()]
        names = [n for n in (actor.name, actor.short, *aliases) if n]
        if actor.kind == K.PERSON:
            body = "　".join(t for t in (*aliases, actor.workplace, actor.post) if t)
            note = actor.post or actor.workplace
        else:
            body = "\n".join(t for t in ("　".join(names[1:]), actor.duties) if t)
            note = actor.get_kind_display()
        note = note if actor.active else f"{note}（停用）"
        # A register has no day of its own: it counts as of this year's beginning, so that it keeps
        # its place among the cases of the year.
        yield Entry(
            actor.pk, actor.name, body, day.replace(month=1, day=1), note=note, names=tuple(names)
        )


register(
    Source("person", "人员", Actor, seen(*PEOPLE), held(*PEOPLE), read,
           lambda pk: reverse("person", args=[pk]), weight=2.0)
)  # fmt: skip
register(
    Source("unit", "承办单位", Actor, seen(*UNITS), held(*UNITS), read,
           lambda pk: reverse("unit", args=[pk]), weight=2.0)
)  # fmt: skip
register(
    Source("body", "界别与机构", Actor, seen(*BODIES), held(*BODIES), read,
           lambda pk: reverse("found-body", args=[pk]), weight=1.0)
)  # fmt: skip
