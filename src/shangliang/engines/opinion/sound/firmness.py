"""How firm groups are: whether they are found again when a fifth of the people is left out."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from ..votes import Ints
from .clusters import clustered
from .factors import Floats, fitted, places
from .samples import FIFTHS, Sample

ROUNDS, STARTS = 4, 2


def firmness(sample: Sample, label: Ints, k: int, d: int) -> NDArray[np.float64]:
    """For each group the mean overlap (Jaccard) with itself found anew, each fifth left out once.

    Source: Hennig (2007).
    """
    n = len(sample.rows)
    if n <= 2 * k:
        return np.zeros(k)
    total = np.zeros(k)
    for part, left_out in enumerate(sample.fifths):
        kept = np.arange(n) % FIFTHS != part
        some, asked, wanted = sample.vote[kept], sample.cast[kept], label[kept]
        model = fitted(some, asked, d, ROUNDS, sample.shared.less(left_out))
        again = aligned(grouped(*places(model, some, asked), k), wanted, k)
        for g in range(k):
            mine, theirs = again == g, wanted == g
            total[g] += (mine & theirs).sum() / max(1, (mine | theirs).sum())
    return total / FIFTHS


def grouped(point: Floats, spread: Floats, k: int) -> Ints:
    """Labels of groups of near places."""
    return clustered(point, 1 / np.trace(spread, axis1=1, axis2=2), k, STARTS)[0]


def aligned(label: Ints, wanted: Ints, k: int) -> Ints:
    """The same groups under the names that agree best with ``wanted``."""
    table = np.bincount(label * k + wanted, minlength=k * k).reshape(k, k)
    if k <= 5:
        best = max(permutations(range(k)), key=lambda p: sum(table[a, b] for a, b in enumerate(p)))
        return np.array(best)[label]
    name = np.full(k, -1, dtype=np.int64)
    for at in np.argsort(-table.ravel(), kind="stable"):
        a, b = divmod(int(at), k)
        if name[a] < 0 and b not in name:
            name[a] = b
    return name[label]
