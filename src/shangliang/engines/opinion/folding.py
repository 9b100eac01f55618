"""Votes of a whole country, folded part by part: the same code and the same answer as on one machine.

People are dealt into parts (files, partitions of Dask or Spark); a part is a :class:`Votes` over the
same statements. Three passes go over the parts, each a plain function and a merge of whole numbers, so
nothing depends on how people were dealt:

1. counts, and statement by statement sums (exact integers; the published map follows from them);
2. a sample: those whose marks, made of their votes alone, are the lowest. One machine takes the same;
3. with the model found on the sample: each person's group, and the counts of groups.

``run`` is how a function is applied to all parts: ``map``, or a cluster's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .counting import Counts, counted, counted_by
from .model import Group, Id, Opinion
from .parity.components import leading
from .sound.answer import _telling, assembled, least_votes, spelt
from .sound.clusters import nearest
from .sound.crossing import crossed
from .sound.fit import Fit, Model, everywhere, modelled, sample_size
from .sound.samples import Samples
from .sound.table import busy, ordered, ranked
from .votes import Ints, Votes

Floats = NDArray[np.float64]
Run = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
PAIRS = 1 << 22  # pairs of votes worked on at once


@dataclass(frozen=True)
class Sums:
    """What a part adds to the whole, in whole numbers.

    ``both[j, k]`` people voted on both, ``product`` sums vote j times vote k, ``cross`` vote j where k
    was voted on; ``busy`` orders statements that are equal otherwise.
    """

    people: int
    counts: Counts
    both: Ints
    product: Ints
    cross: Ints
    busy: Floats

    def plus(self, other: Sums) -> Sums:
        return Sums(
            self.people + other.people,
            self.counts.plus(other.counts),
            self.both + other.both,
            self.product + other.product,
            self.cross + other.cross,
            self.busy + other.busy,
        )


def fold(votes: Votes, *, pairs: bool = True) -> Sums:
    """The sums of one part; without ``pairs`` the statement by statement sums stay empty."""
    m = len(votes.statements) if pairs else 0
    table = np.zeros((m, m, 3, 3), dtype=np.int64).reshape(-1)
    if pairs:
        for at in _alike(votes):
            c = at.shape[1]
            first, second = np.triu_indices(c, 1)
            step = max(1, PAIRS // max(1, len(first)))
            for begin in range(0, len(at), step):
                rows = at[begin : begin + step]
                column = votes.column[rows].astype(np.int64)
                code = column * 3 + (votes.value[rows] + 1)
                # (j, vote of j), (k, vote of k), j before k
                pair = code[:, first] * (3 * m) + code[:, second]
                table += np.bincount(pair.ravel(), minlength=len(table))
    found = table.reshape(m, 3, m, 3)
    both = found.sum((1, 3))
    product = found[:, 0, :, 0] + found[:, 2, :, 2] - found[:, 0, :, 2] - found[:, 2, :, 0]
    of_first = (found[:, 2] - found[:, 0]).sum(2)
    of_second = (found[:, :, :, 2] - found[:, :, :, 0]).sum(1)
    counts = counted(votes)
    if pairs:
        both, product = both + both.T, product + product.T
        own = np.arange(m)
        both[own, own] = counts.seen
        product[own, own] = counts.agree + counts.disagree
    cross = of_first + of_second.T
    if pairs:
        cross[own, own] = counts.agree - counts.disagree
    return Sums(len(votes.people), counts, both, product, cross, busy(votes))


def _alike(votes: Votes) -> Iterable[Ints]:
    """Where the votes lie of all who cast equally many, people x votes."""
    counts = votes.counts
    for c in np.unique(counts):
        if c > 1:
            yield votes.start[np.flatnonzero(counts == c)][:, None] + np.arange(c)


def covered(sums: Sums, excluded: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Centre and components of the published map (agree = +1), from sums alone."""
    seen = np.maximum(sums.counts.seen, 1)
    center = np.where(excluded, 0.0, (sums.counts.agree - sums.counts.disagree) / seen)
    square = (
        sums.product
        - center * sums.cross
        - (center * sums.cross).T
        + np.outer(center, center) * sums.both
    )
    square[excluded] = 0
    square[:, excluded] = 0
    return center, leading(square, 2)


@dataclass(frozen=True)
class Drawn:
    """The people of lowest marks of a part."""

    mark: NDArray[np.uint64]
    count: Ints
    votes: Votes


def drawn(votes: Votes, whole: tuple[Counts, Ints], excluded: NDArray[np.bool_]) -> Drawn:
    table = ordered(votes, excluded, whole)
    among = np.flatnonzero(table.count >= least_votes(len(table.statements)))
    among = among[: sample_size(table)]
    return Drawn(table.mark[among], table.count[among], _some(votes, table.people[among]))


def _some(votes: Votes, people: Ints) -> Votes:
    size = votes.counts[people]
    start = np.concatenate(([0], np.cumsum(size)))
    at = np.arange(start[-1]) + np.repeat(votes.start[people] - start[:-1], size)
    none = np.zeros(len(people), dtype=np.int64)
    return Votes(
        range(len(people)),
        votes.statements,
        start,
        votes.column[at],
        votes.value[at],
        none,
        int(start[-1]),
        0,
    )


def together(parts: Iterable[Drawn]) -> Drawn:
    """The lowest marks of several parts."""
    found = list(parts)
    votes = [d.votes for d in found]
    start = np.concatenate([[0], *(v.counts for v in votes)]).cumsum()
    n = len(start) - 1
    joined = Votes(
        range(n),
        votes[0].statements,
        start,
        np.concatenate([v.column for v in votes]),
        np.concatenate([v.value for v in votes]),
        np.zeros(n, dtype=np.int64),
        int(start[-1]),
        0,
    )
    mark = np.concatenate([d.mark for d in found])
    count = np.concatenate([d.count for d in found])
    return Drawn(mark, count, joined)


@dataclass(frozen=True)
class Grouped:
    """Counts of groups of a part, how many people each has, how many are in none."""

    counts: Counts
    size: Ints
    left: int

    def plus(self, other: Grouped) -> Grouped:
        return Grouped(
            self.counts.plus(other.counts), self.size + other.size, self.left + other.left
        )


def grouped(
    votes: Votes, whole: tuple[Counts, Ints], excluded: NDArray[np.bool_], model: Model
) -> Grouped:
    """Each person of a part placed, and the counts of groups."""
    table = ordered(votes, excluded, whole)
    enough = table.count >= least_votes(len(table.statements))
    label = np.full(len(votes.people), -1, dtype=np.int64)
    if model.groups > 1:
        point, _ = everywhere(model.factors, table)
        label[table.people[enough]] = nearest(point[enough], model.centers)
    counts = counted_by(votes, label, model.groups)
    size = np.bincount(label[label >= 0], minlength=model.groups)
    return Grouped(counts, size, int((~enough).sum()))


def _loaded(item: Any, load: Callable[[Any], Votes], then: Callable[..., Any], more: Any) -> Any:
    return then(load(item), **more)


def _itself(votes: Votes) -> Votes:
    return votes


def here(function: Callable[[Any], Any], items: Sequence[Any]) -> Iterable[Any]:
    """One part after the other, in this process."""
    return map(function, items)


@dataclass(frozen=True)
class Folded:
    """The opinion of the whole (groups without names of members) and the sums it rests on."""

    opinion: Opinion
    sums: Sums


def analyse_folded(
    items: Sequence[Any],
    *,
    excluded: Iterable[Id] = (),
    load: Callable[[Any], Votes] = _itself,
    run: Run = here,
    pairs: bool = True,
) -> Folded:
    """The sound opinion of votes in parts. ``load`` makes :class:`Votes` of an item, where it lies.

    Every part names the same statements in the same order; nobody is in two parts. Members and
    places are not gathered. Equal to :func:`analyse` on the whole when that is too large for the
    small-round refinement (people x statements above 400,000).
    """

    def each(then: Callable[..., Any], **more: Any) -> Iterable[Any]:
        return run(partial(_loaded, load=load, then=then, more=more), items)

    sums = reduce(Sums.plus, each(fold, pairs=pairs))
    some = next(iter(each(_statements)))
    named = {str(i) for i in excluded}
    out = np.fromiter((str(s) in named for s in some), dtype=bool, count=len(some))
    whole = sums.counts, ranked(sums.counts, out, lambda: sums.busy)
    sample = together(each(drawn, whole=whole, excluded=out))
    table = replace(ordered(sample.votes, out, whole), large=True)
    rows = np.arange(min(len(table.people), sample_size(table)))
    samples = Samples(table, rows)
    model = modelled(samples)
    total = reduce(Grouped.plus, each(grouped, whole=whole, excluded=out, model=model))
    old = np.argsort(-total.size, kind="stable")
    label = model.label if model.groups < 2 else _renamed(model, old)
    found = Fit(label, model.groups, model.dimensions, np.zeros((0, 2)), model.telling, None)
    groups = total.counts.of(old)
    blind = groups
    if model.groups > 1:
        blind = spelt(table, crossed(samples, found))
    names: list[Id] = list(range(model.groups))
    firm = None if model.firm is None else model.firm[old]
    members = tuple(
        Group(name, (), None if firm is None else round(float(firm[g]), 4), int(total.size[old[g]]))
        for g, name in enumerate(names)
        if model.groups > 1
    )
    notes: list[str] = []
    if total.left:
        notes.append(f"有 {total.left} 人投票太少，未列入分组，但计入总数。")
    opinion = assembled(
        some,
        sums.people,
        sums.counts,
        groups,
        blind,
        out,
        names,
        members,
        {},
        _telling(table, model.telling),
        notes,
        model.dimensions,
    )
    return Folded(opinion, sums)


def _renamed(model: Model, old: Ints) -> Ints:
    new = np.empty(len(old), dtype=np.int64)
    new[old] = np.arange(len(old))
    return new[model.label]


def _statements(votes: Votes) -> Sequence[Id]:
    return votes.statements


__all__ = ["Folded", "Sums", "analyse_folded", "covered", "fold", "here"]
