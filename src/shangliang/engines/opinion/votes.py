"""Votes as a sparse table: one row a person, one column a statement, the last vote of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .model import Id

Ints = NDArray[np.int64]
CHUNK = 1 << 22  # rows worked on at once, so that long logs do not double in memory


class NotAVote(ValueError):
    """A value that is neither 1, 0 nor -1. ``message_zh`` may be shown."""

    def __init__(self, row: int, value: object) -> None:
        self.row = row
        self.message_zh = f"第{row}行的投票值“{value}”不是 1（赞成）、0（略过）、-1（不赞成）。"
        super().__init__(self.message_zh)


@dataclass(frozen=True)
class Votes:
    """The last vote of each cell, by person.

    ``people`` and ``statements`` are ids in ascending order. Votes of person i lie at
    ``start[i]:start[i + 1]`` in ``column`` (index of the statement, ascending) and ``value``.
    ``first`` is the rank of each person's first vote; ``rows`` the length of the log, ``revotes`` how
    many of its rows were replaced by a later vote of the same cell.
    """

    people: Sequence[Id]
    statements: Sequence[Id]
    start: Ints
    column: NDArray[Any]
    value: NDArray[np.int8]
    first: Ints
    rows: int
    revotes: int
    notes: tuple[str, ...] = ()

    @property
    def cells(self) -> int:
        return len(self.value)

    @property
    def counts(self) -> Ints:
        """Votes of each person."""
        return np.diff(self.start)

    @classmethod
    def of(cls, rows: Iterable[Sequence[Any]], *, statements: Iterable[Id] = ()) -> Votes:
        """Votes from rows ``(participant, statement, vote[, timestamp_ms])``, in order of arrival.

        ``statements`` adds statements nobody voted on. Rows without a time count as they stand.
        Raises :class:`NotAVote`.
        """
        who: list[Id] = []
        what: list[Id] = []
        how: list[int] = []
        when: list[int] = []
        for number, row in enumerate(rows, start=1):
            if row[2] not in (-1, 0, 1):
                raise NotAVote(number, row[2])
            who.append(row[0])
            what.append(row[1])
            how.append(int(row[2]))
            when.append(int(row[3]) if len(row) > 3 and row[3] is not None else 0)
        return cls.of_columns(who, what, how, when, statements=statements)

    @classmethod
    def of_columns(
        cls,
        who: Sequence[Id],
        what: Sequence[Id],
        how: Sequence[int],
        when: Sequence[int] | None = None,
        *,
        statements: Iterable[Id] = (),
        notes: Iterable[str] = (),
    ) -> Votes:
        """As :meth:`of`, from columns of ids."""
        people, p = coded(who)
        known, s = coded([*what, *statements])
        return cls.of_codes(
            p,
            s[: len(what)],
            np.asarray(how, dtype=np.int8),
            None if when is None else np.asarray(when, dtype=np.int64),
            people=people,
            statements=known,
            notes=notes,
        )

    @classmethod
    def of_codes(
        cls,
        who: NDArray[Any],
        what: NDArray[Any],
        how: NDArray[np.int8],
        when: NDArray[np.int64] | None = None,
        *,
        people: Sequence[Id] | None = None,
        statements: Sequence[Id] | None = None,
        notes: Iterable[str] = (),
    ) -> Votes:
        """Votes from arrays of indices: the quick way for millions.

        ``who`` and ``what`` index ``people`` and ``statements`` (ascending ids), by default 0, 1, 2 ...
        """
        n = len(people) if people is not None else _above(who)
        m = len(statements) if statements is not None else _above(what)
        people = range(n) if people is None else people
        statements = range(m) if statements is None else statements
        rows = len(how)
        if rows and not bool(((how >= -1) & (how <= 1)).all()):
            odd = int(np.flatnonzero((how < -1) | (how > 1))[0])
            raise NotAVote(odd + 1, int(how[odd]))
        order = None
        if when is not None and rows and bool((when[1:] < when[:-1]).any()):
            order = np.argsort(when, kind="stable")
            who, what, how = who[order], what[order], how[order]
        first = _first_votes(who, n)
        start, column, value = _last_of_cells(who, what, how, n, m)
        return cls(
            people, statements, start, column, value, first, rows, rows - len(value), tuple(notes)
        )


def _above(codes: NDArray[Any]) -> int:
    return int(codes.max()) + 1 if len(codes) else 0


def coded(ids: Sequence[Id]) -> tuple[list[Id], Ints]:
    """Ids in ascending order (numbers first) and the index of each entry."""
    known = sorted(set(ids), key=lambda i: (isinstance(i, str), i))
    index = {identity: at for at, identity in enumerate(known)}
    return known, np.fromiter((index[i] for i in ids), dtype=np.int64, count=len(ids))


def _first_votes(who: NDArray[Any], n: int) -> Ints:
    """Rank of each person's first vote."""
    rows = len(who)
    seen = np.full(n, rows, dtype=np.int64)
    for begin in range((rows - 1) // CHUNK * CHUNK if rows else 0, -1, -CHUNK):
        part = who[begin : begin + CHUNK]
        seen[part[::-1]] = np.arange(begin + len(part) - 1, begin - 1, -1)
    rank = np.empty(n, dtype=np.int64)
    rank[np.argsort(seen, kind="stable")] = np.arange(n)
    return rank


def _last_of_cells(
    who: NDArray[Any], what: NDArray[Any], how: NDArray[np.int8], n: int, m: int
) -> tuple[Ints, NDArray[Any], NDArray[np.int8]]:
    """The log sorted by person and statement, only the last vote of each cell kept.

    Person, statement, arrival and vote are packed into one word of 64 bits, so a plain sort does it.
    """
    rows = len(how)
    narrow: type[np.unsignedinteger[Any]] = np.uint16 if m <= 1 << 16 else np.uint32
    if not rows:
        return np.zeros(n + 1, np.int64), np.zeros(0, narrow), np.zeros(0, np.int8)
    bits = max(1, (rows - 1).bit_length()) + 2
    if (n * m).bit_length() + bits > 64:
        order = np.lexsort((np.arange(rows), what, who))
        cell = who[order].astype(np.uint64) * np.uint64(m) + what[order].astype(np.uint64)
        last = np.append(cell[1:] != cell[:-1], True)
        kept = order[last]
        start = np.concatenate(([0], np.cumsum(np.bincount(who[kept], minlength=n))))
        return start, what[kept].astype(narrow), how[kept]
    key = np.empty(rows, dtype=np.uint64)
    for begin in range(0, rows, CHUNK):
        end = min(rows, begin + CHUNK)
        part = who[begin:end].astype(np.uint64)
        part *= np.uint64(m)
        part += what[begin:end].astype(np.uint64)
        part <<= np.uint64(bits)
        part |= np.arange(begin, end, dtype=np.uint64) << np.uint64(2)
        part |= (how[begin:end] + 1).astype(np.uint64)
        key[begin:end] = part
    key.sort()
    return _unpacked(key, np.uint64(bits), n, m, narrow)


def _unpacked(
    key: NDArray[np.uint64], bits: np.uint64, n: int, m: int, narrow: type
) -> tuple[Ints, NDArray[Any], NDArray[np.int8]]:
    rows = len(key)
    column: NDArray[Any] = np.empty(rows, dtype=narrow)
    value = np.empty(rows, dtype=np.int8)
    size = np.zeros(n, dtype=np.int64)
    at = 0
    for begin in range(0, rows, CHUNK):
        part = key[begin : begin + CHUNK]
        cell = part >> bits
        after = key[begin + len(part)] >> bits if begin + len(part) < rows else None
        last = np.empty(len(part), dtype=bool)
        np.not_equal(cell[1:], cell[:-1], out=last[:-1])
        last[-1] = after is None or after != cell[-1]
        cell = cell[last]
        person = cell // np.uint64(m)
        end = at + len(cell)
        column[at:end] = cell - person * np.uint64(m)
        value[at:end] = (part[last] & np.uint64(3)).astype(np.int8) - 1
        low = int(person[0]) if len(person) else 0
        counted = np.bincount((person - np.uint64(low)).astype(np.int64))
        size[low : low + len(counted)] += counted
        at = end
    start = np.concatenate(([0], np.cumsum(size)))
    if at < rows:
        column, value = column[:at].copy(), value[:at].copy()
    return start, column, value
