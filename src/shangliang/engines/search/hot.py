"""Events among letters (热点): many letters on one matter at one place.

Letters are compared by pairs of characters of the title (twice) and the first lines; groups are made by
average linkage (:mod:`.linking`); groups whose titles name the same place and matter are joined. Over
texts only, never persons.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from .fold import fold
from .linking import Groups, by_size, centres, linked, vectors
from .places import place_of
from .stock import without_stock
from .tokens import RUN, grams_of_run

FIRST = 200  # characters of the body that count
APART = 0.86  # average distance up to which letters are one group
JOIN, JOIN_SHORT = 0.25, 0.30  # likeness of groups that name the same, by length of the name
NAME_MOST = 80  # a name is in no more titles than this,
NAME_SHARE, NAME_OWN = 0.4, 0.5  # in so much of its group, and with so much of all its titles there
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


def counted(letters: Iterable[Letter]) -> Iterator[Counter[str]]:
    """Pairs of characters of each letter; those of the title count twice."""
    for letter in letters:
        count: Counter[str] = Counter()
        for text, times in ((letter.title, 2), (letter.body[:FIRST], 1)):
            for run in RUN.findall(without_stock(fold(text))):
                for gram in grams_of_run(run):
                    if len(gram) > 1:
                        count[gram] += times
        yield count


def groups_of(letters: Sequence[Letter], apart: float = APART) -> Groups:
    """Groups of letter numbers, the largest first; a letter alone is a group of one."""
    return grouped(letters, vectors(counted(letters)), apart)


def grouped(letters: Sequence[Letter], matrix: Any, apart: float = APART) -> Groups:
    if len(letters) < 2:
        return [[n] for n in range(len(letters))]
    return joined(letters, matrix, linked(matrix, apart))


def names_in(title: str) -> set[str]:
    """Runs of three to six characters of a title: one of them may be a name."""
    out: set[str] = set()
    for run in RUN.findall(without_stock(fold(title))):
        for size in range(3, 7):
            out.update(run[i : i + size] for i in range(len(run) - size + 1))
    return out


def joined(letters: Sequence[Letter], matrix: Any, groups: Groups) -> Groups:
    """Groups that name the same place or thing and speak of the same matter become one."""
    have = Counter(name for letter in letters for name in names_in(letter.title))
    have = Counter({name: count for name, count in have.items() if 1 < count <= NAME_MOST})
    names = [[n for n in names_in(letter.title) if n in have] for letter in letters]
    for _ in range(3):
        groups = by_size(groups)
        middles = centres(matrix, groups)
        inside = [Counter(n for i in g for n in names[i]) for g in groups]
        where: dict[str, list[int]] = defaultdict(list)
        for at, counts in enumerate(inside):
            for name, count in counts.items():
                if count * 2 >= len(groups[at]):
                    where[name].append(at)
        gone: set[int] = set()
        for at, group in enumerate(groups):
            if at in gone or len(group) < 3:
                continue
            size = len(group)
            longest: dict[int, int] = {}
            for name, count in inside[at].items():
                if count >= max(2, NAME_SHARE * size) and count >= NAME_OWN * have[name]:
                    for other in where[name]:
                        if other > at and other not in gone:
                            longest[other] = max(longest.get(other, 0), len(name))
            if not longest:
                continue
            alike = (middles[list(longest)] @ middles[at].T).toarray().ravel()
            for (other, length), share in zip(longest.items(), alike, strict=True):
                if share >= (JOIN if length >= 4 else JOIN_SHORT):
                    group += groups[other]
                    gone.add(other)
        if not gone:
            break
        groups = [g for at, g in enumerate(groups) if at not in gone]
    return by_size(groups)


def events_of(letters: Sequence[Letter], least: int = 2) -> list[Event]:
    """The groups of at least ``least`` letters, the largest first."""
    matrix = vectors(counted(letters))
    found: list[Event] = []
    for members in grouped(letters, matrix):
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
