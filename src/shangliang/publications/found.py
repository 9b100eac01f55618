"""What may be told and what may prove: confirmed results of the other rooms, as far as they are public.

Each room's rows come through that room's own queryset; a :class:`Source` only says how to read them.
It is asked again at every reading, so that what a room takes back is gone here too.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

MOST = 40


@dataclass(frozen=True)
class Found:
    """One result: in words that may be published, with the page inside and, where it has one, outside."""

    type: str
    id: int
    title: str
    text: str
    on: date | None
    url: str = ""
    public_url: str = ""
    label: str = ""

    @property
    def key(self) -> str:
        return f"{self.type}-{self.id}"


@dataclass(frozen=True)
class Source:
    """A kind of result. ``rows(committee)``: what is public now. ``day``: the lookup of its day.
    ``told``: whether it is news by itself, or only evidence."""

    kind: str
    label: str
    rows: Callable[[int], QuerySet[Any]]
    read: Callable[[Iterable[Any]], list[Found]]
    words: tuple[str, ...]
    day: str = ""
    told: bool = True

    def month(self, committee: int, first: date, last: date) -> list[Found]:
        """Those of these days, newest first."""
        days = {f"{self.day}__gte": first, f"{self.day}__lte": last}
        rows = self.rows(committee).filter(**days).order_by(f"-{self.day}", "-pk")
        return once(self.read(rows[:MOST]))

    def search(self, committee: int, q: str, most: int = 8) -> list[Found]:
        """Those whose words hold ``q``, newest first."""
        sought = Q()
        for field in self.words:
            sought |= Q(**{f"{field}__icontains": q})
        return once(
            self.read(self.rows(committee).filter(sought).distinct().order_by("-pk")[:most])
        )

    def open(self, committee: int, ids: Iterable[int]) -> dict[int, Found]:
        """Those of these ids that are public now."""
        return {f.id: f for f in self.read(self.rows(committee).filter(pk__in=set(ids)))}


def once(rows: list[Found]) -> list[Found]:
    """A row that was met by two of its parts stands once."""
    return list({row.key: row for row in rows}.values())


SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    SOURCES[source.kind] = source


def found(committee: int, kind: str, pk: int | None) -> Found | None:
    """One result, if it is public now."""
    if kind not in SOURCES or pk is None:
        return None
    return SOURCES[kind].open(committee, [pk]).get(pk)


def open_now(
    committee: int, pairs: Iterable[tuple[str, int | None]]
) -> dict[tuple[str, int], Found]:
    """Of these (kind, id), those public now; one question a kind and what it reads beside."""
    wanted: dict[str, set[int]] = {}
    for kind, pk in pairs:
        if kind in SOURCES and pk is not None:
            wanted.setdefault(kind, set()).add(pk)
    out = {}
    for kind, ids in wanted.items():
        for pk, row in SOURCES[kind].open(committee, ids).items():
            out[kind, pk] = row
    return out


def short(text: str, most: int = 160) -> str:
    """One line, cut."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
