"""Who belongs together: dimensions and groups by votes kept back, places of all, membership."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..counting import blocks
from ..votes import Ints
from .clusters import clustered
from .factors import Factors, Floats, fitted, logistic, pairs, places, solved
from .firmness import firmness
from .number import dimensions, groups
from .table import Table

CHOICE_CELLS, FIT_CELLS, LOGISTIC_CELLS = 400_000, 1_000_000, 400_000
FIRM_CELLS, FIRM = 300_000, 0.7
LEAST_ROWS = 2000  # of a sample, however many statements there are
ROUNDS, CHOICE_ROUNDS = 8, 4


@dataclass(frozen=True)
class Fit:
    """``label`` of each person of the table (-1 not placed in a group), ``chart`` places on two axes.

    ``firm`` is the firmness of each group. ``telling`` (statements x dimensions) says what an answer tells about the place of a person.
    """

    label: Ints
    groups: int
    dimensions: int
    chart: NDArray[np.float64]
    telling: NDArray[np.float64]
    firm: NDArray[np.float64] | None = None


def sample(table: Table, among: Ints, cells: int) -> Ints:
    """The first of those to be grouped, as many as fit."""
    return among[: max(LEAST_ROWS, cells // max(1, len(table.statements)))]


def fit(table: Table, among: Ints) -> Fit:
    """Groups of the people ``among`` (rows of the table), and places of everybody."""
    n, m = len(table.people), len(table.statements)
    nobody = np.full(n, -1, dtype=np.int64)
    if len(among) < 2 or m < 1:
        return Fit(nobody, 1, 0, np.zeros((n, 2)), np.zeros((m, 1)))
    chosen = sample(table, among, CHOICE_CELLS)
    vote, cast = table.dense(chosen)
    draws = 7 if vote.size <= 15_000 else 3 if vote.size <= 40_000 else 2
    if vote.size > 150_000:
        draws = 1
    d = dimensions(vote, cast, draws, CHOICE_ROUNDS) if len(among) >= 6 and m > 1 else 0
    k = groups(vote, cast, d, draws, CHOICE_ROUNDS, smallest(len(chosen))) if d else 1
    label, firm = nobody.copy(), None
    if k > 1:
        d, k, firm, point, spread, telling = _firmest(table, among, d, k)
    if k > 1:
        label[among], k = labelled(point[among], spread[among], k, smallest(len(among)))
        label = np.where(label >= 0, label[table.twin], -1)
    if k < 2 or d < min(2, m):
        point, _, telling = placed(table, among, min(2, m))
    return Fit(label, k, d, _axes(point, label, k)[table.twin], telling.astype(np.float64), firm)


def _firmest(
    table: Table, among: Ints, d: int, k: int
) -> tuple[int, int, NDArray[np.float64] | None, Floats, Floats, Floats]:
    """As many groups as are firm enough, most of the people being in firm ones; else the firmest.

    With the places, spreads and telling statements on as many dimensions as those groups need.
    """
    rows = sample(table, among, FIRM_CELLS)
    vote, cast = table.dense(rows)
    best, firmest = None, -1.0
    for number in range(k, 1, -1):
        axes = min(d, number - 1) if number < k else d
        point, spread, telling = placed(table, among, axes)
        label, held = labelled(point[rows], spread[rows], number, smallest(len(rows)))
        if held < number:
            continue
        firm = firmness(vote, cast, label, number, axes)
        mean = float(firm @ np.bincount(label, minlength=number)) / len(label)
        if mean > firmest:
            firmest, best = mean, (axes, number, firm, point, spread, telling)
        if mean >= FIRM:
            break
    nothing = np.zeros((len(table.people), 1), np.float32)
    return best or (d, 1, None, nothing, nothing, nothing)


def given_groups(table: Table, among: Ints, label: Ints, names: list[Any]) -> Fit:
    """Known membership (labels of the people of the votes), with places to draw."""
    n, m = len(table.people), len(table.statements)
    mine = label[table.people]
    if n < 2 or m < 1 or not len(among):
        return Fit(mine, len(names), 0, np.zeros((n, 2)), np.zeros((m, 1)))
    chart, _, telling = placed(table, among, min(2, m))
    return Fit(
        mine, len(names), 0, _axes(chart, mine, len(names))[table.twin], telling.astype(np.float64)
    )


def smallest(people: int) -> int:
    """A group has at least this many: one or two people are no group."""
    return 2 if people < 12 else 3 if people < 60 else max(4, people // 100)


def labelled(point: Floats, spread: Floats, k: int, least: int) -> tuple[Ints, int]:
    """Labels by falling size of group; fewer groups where one would be too small."""
    weight = 1 / np.trace(spread, axis1=1, axis2=2)
    for number in range(k, 1, -1):
        label, centers = clustered(point, weight, number)
        size = np.bincount(label, minlength=number)
        if size.min() >= least:
            rank = np.lexsort((*np.round(centers, 6).T, -size))
            place = np.empty(number, dtype=np.int64)
            place[rank] = np.arange(number)
            return place[label], number
    return np.zeros(len(point), dtype=np.int64), 1


def placed(table: Table, among: Ints, d: int) -> tuple[Floats, Floats, Floats]:
    """Places and spreads of everybody on ``d`` dimensions, and what statements tell of them."""
    n, m = len(table.people), len(table.statements)
    rows = sample(table, among, FIT_CELLS)
    vote, cast = table.dense(rows)
    model = fitted(vote, cast, d, ROUNDS)
    telling = model.loading / np.sqrt(model.noise)[:, None]
    if n * m > LOGISTIC_CELLS:
        return (*everywhere(model, table), telling)
    if len(rows) < n:
        return (*logistic(model, *table.dense(np.arange(n)))[:2], telling)
    point, spread, _ = logistic(model, vote, cast)
    back = np.argsort(rows, kind="stable")
    return point[back], spread[back], telling


def everywhere(model: Factors, table: Table) -> tuple[Floats, Floats]:
    """Places of all people: by dense blocks where votes are many, vote by vote where they are few."""
    n, m, d = len(table.people), len(table.statements), model.dimensions
    point, spread = np.zeros((n, d), np.float32), np.zeros((n, d, d), np.float32)
    if table.count.sum() > 0.12 * n * m:
        step = max(1, (1 << 21) // m)
        for begin in range(0, n, step):
            rows = np.arange(begin, min(n, begin + step))
            point[rows], spread[rows] = places(model, *table.dense(rows))
        return point, spread
    scaled = model.loading / model.noise[:, None]
    held = pairs(model.loading / np.sqrt(model.noise)[:, None])
    # for each statement and answer: what it adds to precision and pull; excluded ones add nothing
    word = np.zeros((len(table.column), 3, d * d + d), np.float32)
    for answer in (-1, 0, 1):
        word[table.statements, answer + 1, : d * d] = held
        word[table.statements, answer + 1, d * d :] = scaled * (answer - model.mean)[:, None]
    return _summed(table, word.reshape(-1, d * d + d), d)


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


def _axes(chart: Floats, label: Ints, k: int) -> NDArray[np.float64]:
    """Two axes: first along which the groups lie apart, then along which people do."""
    points = chart.astype(np.float64)
    if points.shape[1] < 2:
        points = np.concatenate([points, np.zeros((len(points), 2 - points.shape[1]))], axis=1)
    spread = points.T @ points / max(1, len(points))
    if k > 1 and len(np.unique(label[label >= 0])) == k:
        size = np.bincount(label[label >= 0], minlength=k)
        centers = np.stack([points[label == g].mean(0) for g in range(k)])
        centers = centers - (centers * size[:, None]).sum(0) / size.sum()
        spread = spread * 1e-3 + (centers * size[:, None]).T @ centers / size.sum()
    _, turn = np.linalg.eigh(spread)
    turned: Any = points @ turn[:, ::-1][:, :2]
    # the side with the longer tail is the right and the upper one: signs are free, so they are fixed
    sign = np.where((turned**3).sum(0) < 0, -1.0, 1.0)
    return np.asarray(np.round(turned * sign, 6) + 0.0)
