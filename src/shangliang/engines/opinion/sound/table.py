"""Votes in an order of their own, as dense tables of a sample and sparse rows of all.

The order depends on nothing but the votes: statements by how they were answered, people by a mark made of what they
answered (so the first thousand are as good as drawn). So the order of rows, and the names of people and statements, change no result.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..counting import Counts, blocks, counted
from ..votes import Ints, Votes

Floats = NDArray[np.float32]
ODD = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # splitmix64, Steele et al. 2014


@dataclass(frozen=True)
class Table:
    """People and statements in their own order; excluded statements are gone.

    ``people`` and ``statements`` are places in the votes they came from. ``twin[i]`` is the first
    person with the very same votes as person i, so that equals are treated as equals to the last bit.
    """

    votes: Votes
    people: Ints
    statements: Ints
    twin: Ints
    column: Ints  # of a statement of the votes: its place here, -1 if excluded
    count: Ints  # votes of each person on statements that are not excluded
    everyone: Counts  # of all people, by statement of the votes
    mark: NDArray[np.uint64]  # made of each person's votes alone
    large: bool = False  # a part of a large whole, though it may be small itself

    def dense(self, rows: Ints) -> tuple[Floats, Floats]:
        """Votes and which were cast (1 or 0), for some of the people, as rows x statements."""
        m = len(self.statements)
        vote, cast = np.zeros((len(rows), m), np.float32), np.zeros((len(rows), m), np.float32)
        at, row = self.cells(rows)
        column = self.column[self.votes.column[at]]
        kept = column >= 0
        row, column = row[kept], column[kept]
        vote[row, column] = self.votes.value[at][kept]
        cast[row, column] = 1
        return vote, cast

    def cells(self, rows: Ints) -> tuple[Ints, Ints]:
        """Where the votes of some people lie, and to which of the rows each belongs."""
        who = self.people[rows]
        size = self.votes.start[who + 1] - self.votes.start[who]
        row = np.repeat(np.arange(len(rows)), size)
        shift = np.repeat(self.votes.start[who] - np.concatenate(([0], np.cumsum(size)[:-1])), size)
        return np.arange(len(row)) + shift, row


def ordered(
    votes: Votes, excluded: NDArray[np.bool_], whole: tuple[Counts, Ints] | None = None
) -> Table:
    """The votes in their own order.

    ``whole`` are counts and order of statements of a larger whole these votes are a part of.
    """
    if whole is not None:
        everyone, statements = whole
    else:
        everyone = counted(votes)
        statements = ranked(everyone, excluded, lambda: busy(votes))
    column = np.full(len(votes.statements), -1, dtype=np.int64)
    column[statements] = np.arange(len(statements))
    mark, count = _marks(votes, column)
    people = np.lexsort((count, mark))
    same = np.zeros(len(people), dtype=bool)
    same[1:] = (mark[people[1:]] == mark[people[:-1]]) & (count[people[1:]] == count[people[:-1]])
    twin = np.maximum.accumulate(np.where(same, 0, np.arange(len(people))))
    return Table(votes, people, statements, twin, column, count[people], everyone, mark[people])


def ranked(
    everyone: Counts,
    excluded: NDArray[np.bool_],
    ties: Callable[[], NDArray[np.float64]],
) -> Ints:
    """Statements by votes, agrees, disagrees; equals by how busy those were who voted; then by id."""
    keys = (everyone.disagree, everyone.agree, -everyone.seen)
    order = np.lexsort(keys)
    kept = order[~excluded[order]]
    same = [key[kept[1:]] == key[kept[:-1]] for key in keys]
    if len(kept) > 1 and bool((same[0] & same[1] & same[2]).any()):
        order = np.lexsort((*ties(), *keys))
        kept = order[~excluded[order]]
    return kept


def busy(votes: Votes) -> NDArray[np.float64]:
    """For each statement the votes of all who voted on it, and the same signed by their vote."""
    m = len(votes.statements)
    sums = np.zeros((2, m))
    for begin, end in blocks(votes.start):
        low, high = votes.start[begin], votes.start[end]
        weight = np.repeat(votes.counts[begin:end], votes.counts[begin:end]).astype(float)
        column = votes.column[low:high]
        sums[0] += np.bincount(column, weights=weight, minlength=m)
        sums[1] += np.bincount(column, weights=weight * votes.value[low:high], minlength=m)
    return sums


def _marks(votes: Votes, column: Ints) -> tuple[NDArray[np.uint64], Ints]:
    """A number made of a person's votes alone, and how many they are."""
    m = len(votes.statements)
    seed = (np.maximum(column, 0)[:, None] * 3 + np.arange(3)).astype(np.uint64) + np.uint64(1)
    with np.errstate(over="ignore"):
        seed *= np.uint64(ODD[0])
        for shift, odd in ((30, ODD[1]), (27, ODD[2])):
            seed ^= seed >> np.uint64(shift)
            seed *= np.uint64(odd)
        seed ^= seed >> np.uint64(31)
    word = np.where(column[:, None] >= 0, seed, np.uint64(0)).reshape(m * 3)
    kept = np.repeat(column >= 0, 3).astype(np.int64)
    mark = np.zeros(len(votes.people), dtype=np.uint64)
    count = np.zeros(len(votes.people), dtype=np.int64)
    for begin, end in blocks(votes.start):
        low, high = int(votes.start[begin]), int(votes.start[end])
        if low == high:
            continue
        at = votes.column[low:high].astype(np.int64) * 3 + (votes.value[low:high] + 1)
        some = np.flatnonzero(votes.counts[begin:end]) + begin
        edges = votes.start[some] - low
        mark[some] = np.add.reduceat(word[at], edges)
        count[some] = np.add.reduceat(kept[at], edges)
    return mark, count
