"""Events among letters (热点): many letters on one matter at one place.

Letters are compared by the words of their titles, where place and matter stand, and a little by those of
their first lines; groups are made by average linkage (:mod:`.linking`), and those with like centres are
joined. Over texts only, never persons.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from .fold import fold
from .linking import Groups, centres, linked, merged, unit_rows, vectors
from .places import place_of
from .stock import without_stock
from .tokens import words

FIRST = 400  # characters of the body that count
TITLE = 0.8  # of likeness is that of the titles
APART = 0.78  # average distance up to which letters are one group
MERGE = 0.4  # likeness of the centres of two groups that are one event
DATE = re.compile(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})")


@dataclass(frozen=True)
class Letter:
    """A letter, report or proposal as it is grouped."""

    id: str
    title: str
    body: str
    day: date | None = None


@dataclass(frozen=True)
class Event:
    """A group: its members, the place its texts name, first and last day, the most typical title."""

    id: str
    members: tuple[str, ...]
    place: str
    first: date | None
    last: date | None
    title: str


def day_of(text: str) -> date | None:
    """The day in ``2019/2/28 11:25:05`` and its like; None when there is none."""
    found = DATE.search(text or "")
    if not found:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def counted(texts: Iterable[str]) -> Iterator[Counter[str]]:
    """The words of each text, stock phrases left out."""
    for text in texts:
        yield Counter(words(without_stock(fold(text))))


def vectors_of(letters: Sequence[Letter]) -> Any:
    """Unit rows: the words of the title, and apart those of the first lines, by rarity."""
    from scipy.sparse import hstack

    title = vectors(counted(letter.title for letter in letters))
    body = vectors(counted(letter.body[:FIRST] for letter in letters))
    return unit_rows(hstack([title * TITLE**0.5, body * (1 - TITLE) ** 0.5]).tocsr())


def groups_of(letters: Sequence[Letter], apart: float = APART) -> Groups:
    """Groups of letter numbers, the largest first; a letter alone is a group of one."""
    return grouped(vectors_of(letters), apart)


def grouped(matrix: Any, apart: float) -> Groups:
    return merged(matrix, linked(matrix, apart), MERGE)


def events_of(letters: Sequence[Letter], least: int = 2) -> list[Event]:
    """The groups of at least ``least`` letters, the largest first."""
    matrix = vectors_of(letters)
    found: list[Event] = []
    for members in grouped(matrix, APART):
        if len(members) < least:
            break  # the largest come first
        alike = (matrix[members] @ centres(matrix, [members]).T).toarray().ravel()
        days = sorted(d for n in members if (d := letters[n].day))
        found.append(
            Event(
                f"E{len(found) + 1}",
                tuple(letters[n].id for n in members),
                place_of([letters[n].title for n in members], [letters[n].body for n in members]),
                days[0] if days else None,
                days[-1] if days else None,
                letters[members[int(np.argmax(alike))]].title,
            )
        )
    return found
