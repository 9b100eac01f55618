"""Who belongs together: dimensions and groups by votes kept back, places of all, membership."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..counting import blocks
from ..votes import Ints
from .chart import drawn_on, turned
from .clusters import clustered, nearest
from .factors import Factors, Floats, fitted, logistic, places, solved
from .firmness import firmness
from .number import dimensions, groups, splits
from .placing import Placing, worded
from .samples import LEAST_ROWS, Samples, small
from .table import Table

CHOICE_CELLS, FIT_CELLS = 400_000, 800_000
FIRM_CELLS, FIRM = 300_000, 0.7
ROUNDS, CHOICE_ROUNDS = 8, 4
LEAST_VOTES = 7  # to be placed in a group


@dataclass(frozen=True)
class Fit:
    """``label`` of each person of the table (-1 not placed in a group), ``chart`` places on two axes.

    ``firm`` is the firmness of each group. ``telling`` (statements x dimensions) says what an answer
    tells about the place of a person.
    """

    label: Ints
    groups: int
    dimensions: int
    chart: NDArray[np.float64]
    telling: NDArray[np.float64]
    firm: NDArray[np.float64] | None = None
    placing: Placing | None = None  # where everybody was placed by a model found on a sample


@dataclass(frozen=True)
class Model:
    """What places anybody, found on a sample: factors, centres of groups, the turn to two axes.

    ``chart`` are the factors behind the map, the same ones unless the groups need fewer than two
    dimensions. ``rows`` are the people it was found on, with ``point``, ``drawn`` and ``label``.
    """

    factors: Factors
    chart: Factors
    centers: Floats
    groups: int
    dimensions: int
    turn: Floats
    firm: NDArray[np.float64] | None
    rows: Ints
    point: Floats
    drawn: Floats
    label: Ints

    @property
    def telling(self) -> NDArray[np.float64]:
        """Of two dimensions at least: early in a round fewer are seen than there are."""
        factors = self.chart
        return (factors.loading / np.sqrt(factors.noise)[:, None]).astype(np.float64)


def sample_size(table: Table) -> int:
    """People the model of a large table is found on."""
    return max(LEAST_ROWS, FIT_CELLS // max(1, len(table.statements)))


@dataclass(frozen=True)
class Kept:
    """What an earlier answer found, kept for a quick one: dimensions, groups and how firm they were."""

    dimensions: int
    groups: int
    firm: NDArray[np.float64] | None


def fit(samples: Samples, kept: Kept | None = None) -> Fit:
    """Groups of the people to be grouped, and places of everybody."""
    table, among = samples.table, samples.among
    n, m = len(table.people), len(table.statements)
    nobody = np.full(n, -1, dtype=np.int64)
    if len(among) < 2 or m < 1:
        return Fit(nobody, 1, 0, np.zeros((n, 2)), np.zeros((m, 1)))
    model = modelled(samples, kept)
    if small(table):  # the model was found on all of them
        point, drawn = model.point, model.drawn
    else:
        point, _ = everywhere(model.factors, table)
        drawn = point if model.chart is model.factors else everywhere(model.chart, table)[0]
    label, old = nobody, np.arange(1)
    if model.groups > 1:
        label = np.full(n, -1, dtype=np.int64)
        label[among] = nearest(point[among], model.centers)
        label, old = by_size(np.where(label >= 0, label[table.twin], -1), model.groups)
    firm = model.firm
    if firm is not None and model.groups > 1 and kept is None:
        firm = firm[by_size(nearest(point[among], model.centers), model.groups)[1]]
    chart = drawn_on(model.turn, drawn)[table.twin]
    placing = None if small(table) else _placing(model, table, old)
    return Fit(label, model.groups, model.dimensions, chart, model.telling, firm, placing)


def _placing(model: Model, table: Table, old: Ints) -> Placing:
    """The model as it places anybody who votes from now on."""
    m = len(table.column)
    one = model.chart is model.factors
    return Placing(
        worded(model.factors, table.statements, m),
        None if one else worded(model.chart, table.statements, m),
        model.turn,
        model.centers,
        np.argsort(old),
        model.groups,
        max(1, min(LEAST_VOTES, len(table.statements))),
    )


def by_size(label: Ints, k: int) -> tuple[Ints, Ints]:
    """Labels renamed, the largest group first (ties keep their order); and the old name of each."""
    size = np.bincount(label[label >= 0], minlength=k)
    old = np.argsort(-size, kind="stable")
    new = np.empty(k + 1, dtype=np.int64)
    new[old], new[k] = np.arange(k), -1
    return new[label], old


def modelled(samples: Samples, kept: Kept | None = None) -> Model:
    """Number of dimensions and groups, and what is needed to place anybody."""
    table, among = samples.table, samples.among
    m = len(table.statements)
    d, k = _chosen(samples) if kept is None else (kept.dimensions, kept.groups)
    wide = min(2, m)
    best = _firmest(samples, d, k, kept) if k > 1 else None
    if best is not None and best.dimensions >= wide:
        chart, drawn = best.factors, best.point
    else:
        chart, drawn, _ = _placed(samples, wide, refined=best is None)
    rows = np.arange(len(table.people)) if small(table) else samples.rows(FIT_CELLS)
    label = np.full(len(rows), -1, dtype=np.int64)
    if best is None:
        nothing = np.zeros((1, chart.dimensions), np.float32)
        turn = turned(drawn, label, 1)
        return Model(chart, chart, nothing, 1, d, turn, None, rows, drawn, drawn, label)
    inside = np.isin(rows, among, assume_unique=True)
    label[inside] = nearest(best.point[inside], best.centers)
    turn = turned(drawn, label, best.groups)
    return Model(
        best.factors,
        chart,
        best.centers,
        best.groups,
        best.dimensions,
        turn,
        best.firm,
        rows,
        best.point,
        drawn,
        label,
    )


def _chosen(samples: Samples) -> tuple[int, int]:
    """Dimensions and groups that foretell votes kept back."""
    few = samples.of(CHOICE_CELLS)
    vote, cast = few.vote, few.cast
    if len(few.rows) < 6 or cast.shape[1] < 2:
        return 0, 1
    draws = 7 if vote.size <= 15_000 else 3 if vote.size <= 40_000 else 2
    if vote.size > 150_000:
        draws = 1
    drawn = splits(vote, cast, draws, CHOICE_ROUNDS)
    d = dimensions(vote, cast, drawn)
    return d, groups(len(vote), d, drawn, smallest(len(few.rows))) if d else 1


@dataclass(frozen=True)
class _Tried:
    factors: Factors
    point: Floats
    centers: Floats
    groups: int
    dimensions: int
    firm: NDArray[np.float64] | None


def _firmest(samples: Samples, d: int, k: int, kept: Kept | None) -> _Tried | None:
    """As many groups as are firm enough, most of the people being in firm ones; else the firmest."""
    table, among, some = samples.table, samples.among, samples.of(FIRM_CELLS)
    rows = some.rows
    best, firmest = None, -1.0
    for number in range(k, 1, -1):
        axes = min(d, number - 1) if number < k else d
        factors, point, spread = _placed(samples, axes)
        # places of the sample lie first among those of the larger sample, or are those of everybody
        inside = among if small(table) else np.arange(len(point))
        centers = grouped_centers(point[inside], spread[inside], number)
        label = nearest(point[rows] if small(table) else point[: len(rows)], centers)
        size = np.bincount(label, minlength=number)
        if size.min() < smallest(len(rows)):
            continue
        if kept is not None:
            return _Tried(factors, point, centers, number, axes, kept.firm)
        firm = firmness(some, label, number, axes)
        mean = float(firm @ size) / len(label)
        if mean > firmest:
            firmest, best = mean, _Tried(factors, point, centers, number, axes, firm)
        if mean >= FIRM:
            break
    return best


def grouped_centers(point: Floats, spread: Floats, k: int) -> Floats:
    return clustered(point, 1 / np.trace(spread, axis1=1, axis2=2), k)[1]


def given_groups(samples: Samples, label: Ints, names: list[Any]) -> Fit:
    """Known membership (labels of the people of the votes), with places to draw."""
    table, among = samples.table, samples.among
    n, m = len(table.people), len(table.statements)
    mine = label[table.people]
    if n < 2 or m < 1 or not len(among):
        return Fit(mine, len(names), 0, np.zeros((n, 2)), np.zeros((m, 1)))
    factors, point, _ = _placed(samples, min(2, m))
    if not small(table):
        point, _ = everywhere(factors, table)
    turn = turned(point, mine, len(names))
    telling = (factors.loading / np.sqrt(factors.noise)[:, None]).astype(np.float64)
    chart = drawn_on(turn, point)
    return Fit(mine, len(names), 0, chart[table.twin], telling)


def smallest(people: int) -> int:
    """A group has at least this many: one or two people are no group."""
    return 2 if people < 12 else 3 if people < 60 else max(4, people // 100)


def _placed(samples: Samples, d: int, *, refined: bool = True) -> tuple[Factors, Floats, Floats]:
    """Factors, and places and spreads: of everybody in a small table, else of the sample.

    ``refined``: in a small table by the model for answers of yes or no.
    """
    some = samples.of(FIT_CELLS)
    factors = fitted(some.vote, some.cast, d, ROUNDS, some.shared)
    if not small(samples.table):
        return (factors, *places(factors, some.vote, some.cast))
    vote, cast = samples.everybody
    if refined:
        point, spread, _ = logistic(factors, vote, cast)
    else:
        point, spread = places(factors, vote, cast)
    return factors, point, spread


def everywhere(model: Factors, table: Table) -> tuple[Floats, Floats]:
    """Places and spreads of all people, vote by vote."""
    word = worded(model, table.statements, len(table.column))
    return _summed(table, word, model.dimensions)


def _summed(table: Table, word: Floats, d: int) -> tuple[Floats, Floats]:
    votes, n = table.votes, len(table.people)
    point, spread = np.zeros((n, d), np.float32), np.zeros((n, d, d), np.float32)
    for begin, end in blocks(votes.start, 1 << 19):
        low, high = int(votes.start[begin]), int(votes.start[end])
        sums = np.zeros((end - begin, d * d + d), np.float32)
        some = np.flatnonzero(votes.counts[begin:end])
        if len(some):
            at = votes.column[low:high].astype(np.int64) * 3 + (votes.value[low:high] + 1)
            sums[some] = np.add.reduceat(word[at], votes.start[some + begin] - low, axis=0)
        point[begin:end], spread[begin:end] = solved(sums[:, : d * d], sums[:, d * d :], d)
    return point[table.people], spread[table.people]
