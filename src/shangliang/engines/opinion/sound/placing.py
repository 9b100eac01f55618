"""Placing people by a model already found: what a running round needs between two full answers.

The sums of a person are those of ``fit.everywhere``: each vote adds to the precision of a place and pulls
at it. So whoever voted since is placed as a full answer with the same model would place them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..votes import Ints
from .clusters import nearest
from .factors import Factors, Floats, pairs, solved


@dataclass(frozen=True)
class Placing:
    """``word`` and ``chart``: what each answer to each statement adds, for groups and for the map.

    ``rename`` gives the published number of a group; ``least`` votes are needed to be in one.
    """

    word: Floats
    chart: Floats | None  # None: the map is drawn by the same model
    turn: NDArray[np.float64]
    centers: Floats
    rename: Ints
    groups: int
    least: int

    def placed(self, at: Ints, count: Ints) -> tuple[NDArray[np.float64], Ints]:
        """Places on the map and groups (-1 none) of people whose votes lie one after another.

        ``at`` is statement * 3 + answer + 1 of each vote, ``count`` the votes of each person.
        """
        point = summed(self.word, at, count)
        drawn = point if self.chart is None else summed(self.chart, at, count)
        wide = drawn.astype(np.float64)
        if wide.shape[1] < 2:
            wide = np.concatenate([wide, np.zeros((len(wide), 2 - wide.shape[1]))], axis=1)
        label = np.full(len(count), -1, dtype=np.int64)
        if self.groups > 1:
            label = np.where(count >= self.least, self.rename[nearest(point, self.centers)], -1)
        return np.round(wide @ self.turn, 6) + 0.0, label


def worded(model: Factors, statements: Ints, columns: int) -> Floats:
    """What each answer adds to precision and pull, by statement * 3 + answer + 1; excluded ones nothing."""
    d = model.dimensions
    scaled = model.loading / model.noise[:, None]
    held = pairs(model.loading / np.sqrt(model.noise)[:, None])
    word = np.zeros((columns, 3, d * d + d), np.float32)
    for answer in (-1, 0, 1):
        word[statements, answer + 1, : d * d] = held
        word[statements, answer + 1, d * d :] = scaled * (answer - model.mean)[:, None]
    return word.reshape(-1, d * d + d)


def summed(word: Floats, at: Ints, count: Ints) -> Floats:
    """Places of people from their votes, as ``fit.everywhere`` sums them."""
    width = word.shape[1]
    d = int(((1 + 4 * width) ** 0.5 - 1) / 2)
    sums = np.zeros((len(count), width), np.float32)
    some = np.flatnonzero(count)
    if len(some):
        start = np.cumsum(count) - count
        sums[some] = np.add.reduceat(word[at], start[some], axis=0)
    return solved(sums[:, : d * d], sums[:, d * d :], d)[0]
