"""What can be found: each room names its rows, who may see them, and what of them is read.

A room registers a :class:`Source`. ``visible`` is the queryset its own pages use: search adds nothing
to it and takes nothing away, so that nobody finds a row more than they may open.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet

from ..procedures.seat import Seat

LONGEST_TITLE, LONGEST_NOTE = 300, 200
# After it come names and numbers: they are found, but nothing is alike because of them.
ASIDE = "\u2029"


@dataclass(frozen=True)
class Entry:
    """One thing as it is indexed. ``number``, ``names``: what is looked up as a whole."""

    object_id: int
    title: str
    body: str
    day: date
    note: str = ""
    number: int | None = None
    names: tuple[str, ...] = ()
    committee_id: int = 0


@dataclass(frozen=True)
class Source:
    """A kind of thing. ``entries`` reads a page of its rows in a fixed number of questions; ``url``
    names the page of one; ``rows`` are all that belong into the index, of every seat."""

    kind: str
    label: str
    model: type[Model]
    visible: Callable[[Seat], QuerySet[Any]]
    rows: Callable[[int], QuerySet[Any]]
    entries: Callable[[QuerySet[Any]], Iterable[Entry]]
    url: Callable[[int], str]
    weight: float = 0.0  # a little more or less in the order
    touched_by: tuple[str, ...] = field(default=())  # further words of the log that change it
    # What ``visible`` reads once a process and is the same for every seat and day (permission.prove).
    prepare: Callable[[Seat], object] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the log (journal.kinds.type_of) after which it is read again."""
        return (self.model._meta.model_name or "", *self.touched_by)


SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Make a kind findable."""
    SOURCES[source.kind] = source


def of_type(word: str) -> Iterator[Source]:
    """The sources whose rows a word of the log names."""
    return (source for source in SOURCES.values() if word in source.words)


def url_of(kind: str, object_id: int) -> str:
    """The page of a thing; empty when its room left."""
    return SOURCES[kind].url(object_id) if kind in SOURCES else ""
