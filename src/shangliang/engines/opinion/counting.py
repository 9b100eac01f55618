"""Agrees, disagrees and votes seen, by statement and group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .votes import CHUNK, Ints, Votes


@dataclass(frozen=True)
class Counts:
    """Arrays of one shape, statements last: agrees, disagrees, votes seen (passes included)."""

    agree: Ints
    disagree: Ints
    seen: Ints

    def of(self, index: Any) -> Counts:
        return Counts(self.agree[index], self.disagree[index], self.seen[index])

    def plus(self, other: Counts) -> Counts:
        return Counts(
            self.agree + other.agree, self.disagree + other.disagree, self.seen + other.seen
        )

    def minus(self, other: Counts) -> Counts:
        return Counts(
            self.agree - other.agree, self.disagree - other.disagree, self.seen - other.seen
        )

    def summed(self) -> Counts:
        return Counts(self.agree.sum(0), self.disagree.sum(0), self.seen.sum(0))


def counted(votes: Votes) -> Counts:
    """Counts of everybody, one number a statement."""
    return counted_by(votes, np.zeros(len(votes.people), dtype=np.int64), 1).of(0)


def counted_by(votes: Votes, label: Ints, groups: int) -> Counts:
    """Counts of each group (rows 0 .. groups - 1); people labelled -1 are in none."""
    m = len(votes.statements)
    # each cell adds to one of three bins of its group and statement
    bins = np.zeros((groups + 1) * m * 3, dtype=np.int64)
    base = (np.where(label < 0, groups, label).astype(np.int64) * (m * 3)) + 1
    if len(votes.people) and m:
        for begin, end in blocks(votes.start):
            low, high = votes.start[begin], votes.start[end]
            at = np.repeat(base[begin:end], np.diff(votes.start[begin : end + 1]))
            at += votes.column[low:high].astype(np.int64) * 3
            at += votes.value[low:high]
            bins += np.bincount(at, minlength=len(bins))
    table = bins.reshape(groups + 1, m, 3)[:groups]
    return Counts(table[:, :, 2].copy(), table[:, :, 0].copy(), table.sum(2))


def blocks(start: Ints, size: int = CHUNK) -> list[tuple[int, int]]:
    """Runs of people whose votes are about ``size`` together."""
    n = len(start) - 1
    edges = [0]
    while edges[-1] < n:
        wanted = int(start[edges[-1]]) + size
        nxt = int(np.searchsorted(start, wanted, side="right")) - 1
        edges.append(min(n, max(nxt, edges[-1] + 1)))
    return list(zip(edges[:-1], edges[1:], strict=True))
