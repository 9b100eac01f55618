"""A round while it runs: each vote changes the counts at once, and every statistic of them is exact.

Groups stay those of the last full answer until :func:`analyse` is asked again; somebody new is in no
group until then. Only counts are kept beside the votes, so a vote costs the same at a million people.
In a large round :meth:`Live.refresh` places whoever voted since by the model of the last full answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .counting import Counts, counted_by
from .model import Id, Opinion, Tally
from .parity.statements import against_half, against_others
from .scores import group_aware
from .votes import Votes

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Measures:
    """Of all statements at once: shares of all, agreement over groups, z of each group (rows)."""

    agree: Floats
    disagree: Floats
    group_aware: Floats
    against_half: Floats
    against_others: Floats


class Live:
    """Counts that follow each vote. Not safe for several threads at once."""

    def __init__(self, votes: Votes, opinion: Opinion) -> None:
        self._votes = votes
        self.statements: Sequence[Id] = votes.statements
        self._person: Mapping[Id, int] = _index(votes.people)
        self._statement: Mapping[Id, int] = _index(votes.statements)
        self.names = [group.id for group in opinion.groups]
        label = np.full(len(votes.people), -1, dtype=np.int64)
        for at, group in enumerate(opinion.groups):
            label[[self._person[member] for member in group.members]] = at
        self._label = np.where(label < 0, len(self.names), label)
        # the last row holds those in no group
        self._counts = counted_by(votes, self._label, len(self.names) + 1)
        self._later: dict[Id, dict[int, int]] = {}
        self._newcomers: dict[Id, int] = {}
        self._changed: set[Id] = set()
        self._placing = opinion.placing

    def vote(self, participant: Id, statement: Id, value: int) -> None:
        """One more vote; the last of a cell counts. Raises ``KeyError`` on an unknown statement."""
        if value not in (-1, 0, 1):
            raise ValueError(f"a vote is 1, 0 or -1, not {value!r}")
        j = self._statement[statement]
        person = self._person.get(participant)
        group = self._group(participant, person)
        mine = self._later.setdefault(participant, {})
        before = mine.get(j)
        if before is None and person is not None:
            before = self._cast(person, j)
        if before is not None:
            self._add(group, j, before, -1)
        self._add(group, j, value, 1)
        mine[j] = value
        self._changed.add(participant)

    def _group(self, participant: Id, person: int | None) -> int:
        if person is None:
            return self._newcomers.get(participant, len(self.names))
        return int(self._label[person])

    def refresh(self) -> dict[Id, tuple[float, float]]:
        """Places on the map of everybody who voted since the last time; their groups follow.

        Everybody else's place is unchanged by these votes until the model is found anew. Raises
        ``RuntimeError`` in a round so small that :func:`analyse` answers at once.
        """
        if self._placing is None:
            raise RuntimeError("ask analyse(votes, like=...) again: this round is small")
        people = list(self._changed)
        rows = [self._row(p) for p in people]
        count = np.array([len(column) for column, _ in rows], dtype=np.int64)
        at = np.concatenate([c * 3 + v + 1 for c, v in rows]) if rows else np.zeros(0, np.int64)
        place, label = self._placing.placed(at, count)
        for participant, (column, value), new in zip(people, rows, label.tolist(), strict=True):
            self._move(participant, column, value, new if new >= 0 else len(self.names))
        self._changed.clear()
        return {p: (x, y) for p, (x, y) in zip(people, place.tolist(), strict=True)}

    def _row(self, participant: Id) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """A person's votes as they are now: statements and answers."""
        later, person = self._later[participant], self._person.get(participant)
        column = np.fromiter(later, np.int64, len(later))
        value = np.fromiter(later.values(), np.int64, len(later))
        if person is not None:
            low, high = self._votes.start[person], self._votes.start[person + 1]
            own = self._votes.column[low:high]
            left = np.ones(len(own), dtype=bool)
            at = np.searchsorted(own, column)
            there = at < len(own)
            there[there] = own[at[there]] == column[there]
            left[at[there]] = False  # answered anew since
            column = np.concatenate([own[left].astype(np.int64), column])
            value = np.concatenate([self._votes.value[low:high][left].astype(np.int64), value])
        order = np.argsort(column, kind="stable")
        return column[order], value[order]

    def _move(
        self, participant: Id, column: NDArray[np.int64], value: NDArray[np.int64], group: int
    ) -> None:
        """Somebody's votes count in another group from now on."""
        person = self._person.get(participant)
        old = self._group(participant, person)
        if old == group:
            return
        for counts, marks in (
            (self._counts.seen, np.ones(len(value), np.int64)),
            (self._counts.agree, (value > 0).astype(np.int64)),
            (self._counts.disagree, (value < 0).astype(np.int64)),
        ):
            counts[old, column] -= marks
            counts[group, column] += marks
        if person is None:
            self._newcomers[participant] = group
        else:
            self._label[person] = group

    def _cast(self, person: int, j: int) -> int | None:
        low, high = self._votes.start[person], self._votes.start[person + 1]
        row = self._votes.column[low:high]
        at = int(np.searchsorted(row, j))
        return int(self._votes.value[low + at]) if at < len(row) and row[at] == j else None

    def _add(self, group: int, j: int, value: int, by: int) -> None:
        self._counts.seen[group, j] += by
        if value > 0:
            self._counts.agree[group, j] += by
        elif value < 0:
            self._counts.disagree[group, j] += by

    def tally(self, statement: Id) -> Tally:
        """How all answered one statement, as of now."""
        j = self._statement[statement]
        agree, disagree = (
            int(self._counts.agree[:, j].sum()),
            int(self._counts.disagree[:, j].sum()),
        )
        return Tally(agree, disagree, int(self._counts.seen[:, j].sum()) - agree - disagree)

    def measures(self) -> Measures:
        """Every statistic of every statement, as of now."""
        groups, everyone = self._counts.of(slice(0, len(self.names))), self._counts.summed()
        seen = np.maximum(everyone.seen, 1)
        together = groups.summed()
        others = Counts(
            together.agree - groups.agree,
            together.disagree - groups.disagree,
            together.seen - groups.seen,
        )
        shared = groups if len(self.names) > 1 else _one(everyone)
        return Measures(
            everyone.agree / seen,
            everyone.disagree / seen,
            group_aware(shared)[0],
            against_half(groups.agree, groups.seen),
            against_others(groups.agree, groups.seen, others.agree, others.seen),
        )


def _one(counts: Counts) -> Counts:
    return Counts(counts.agree[None], counts.disagree[None], counts.seen[None])


class _Numbered(Mapping[Id, int]):
    """The index of ids that are 0, 1, 2 ... themselves: a million of them cost nothing."""

    def __init__(self, ids: range) -> None:
        self._ids = ids

    def __getitem__(self, key: Id) -> int:
        if isinstance(key, int) and key in self._ids:
            return self._ids.index(key)
        raise KeyError(key)

    def __iter__(self) -> object:  # type: ignore[override]
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def _index(ids: Sequence[Id]) -> Mapping[Id, int]:
    if isinstance(ids, range):
        return _Numbered(ids)
    return {identity: at for at, identity in enumerate(ids)}
