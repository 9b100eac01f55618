"""Two components of the votes and the places of people on them (pca.clj).

Missing cells hold the mean of their column, so after centring they are zero and the table stays sparse.
Components are exact (the eigenvectors of the statement by statement sums), not a power iteration.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..counting import blocks, counted
from ..votes import Votes

Floats = NDArray[np.float64]
DENSE = 1 << 22  # cells of a dense block
WHOLE = 100  # statements; below, all eigenvectors are found at once


@dataclass(frozen=True)
class Map:
    """``center`` and ``components`` (2 x statements), ``places`` (people x 2), all with agree = +1."""

    center: Floats
    components: Floats
    places: Floats
    statements: Floats  # 2 x statements: somebody who only agrees with it
    extremity: Floats


def mapped(votes: Votes, excluded: NDArray[np.bool_]) -> Map:
    """Excluded statements hold 0 for everybody, also where nobody voted."""
    n, m = len(votes.people), len(votes.statements)
    all_votes = counted(votes)
    net = (all_votes.agree - all_votes.disagree).astype(float)
    center = np.where(excluded | (all_votes.seen == 0), 0.0, net / np.maximum(all_votes.seen, 1))
    sums = np.zeros((m, m))
    step = max(1, DENSE // max(m, 1))
    for begin in range(0, n, step):
        block = centred(votes, begin, min(n, begin + step), center, excluded)
        sums += block.T @ block
    components = leading(sums, 2)
    places = np.zeros((n, 2))
    for begin in range(0, n, step):
        end = min(n, begin + step)
        places[begin:end] = centred(votes, begin, end, center, excluded) @ components.T
    voted = votes.counts + _zeroed_unseen(votes, excluded)
    places *= np.sqrt(m / np.maximum(1, voted))[:, None]
    on_map = (1 - center) * np.sqrt(m) * components
    return Map(center, components, places, on_map, np.sqrt((on_map**2).sum(0)))


def centred(
    votes: Votes, begin: int, end: int, center: Floats, excluded: NDArray[np.bool_]
) -> Floats:
    """Rows begin to end, dense: vote minus mean, 0 where there is none."""
    low, high = votes.start[begin], votes.start[end]
    column = votes.column[low:high]
    rows = np.repeat(np.arange(end - begin), np.diff(votes.start[begin : end + 1]))
    block = np.zeros((end - begin, len(votes.statements)))
    block[rows, column] = np.where(excluded[column], 0.0, votes.value[low:high] - center[column])
    return block


def leading(sums: Floats, number: int) -> Floats:
    """The first eigenvectors, with the largest entry of each above zero; zeros where there is none."""
    m = len(sums)
    out = np.zeros((number, m))
    if m == 0 or not sums.any():
        return out
    worth, vectors = _largest(sums, number)
    for at in range(min(number, m)):
        if worth[at] > 1e-10 * worth[0]:
            vector = vectors[:, at]
            out[at] = vector * np.sign(vector[np.argmax(np.abs(vector))])
    return out


def _largest(square: Floats, number: int) -> tuple[Floats, Floats]:
    """Largest eigenvalues and vectors; of large tables by blocks of powers, settled to the last digits."""
    m = len(square)
    if m > WHOLE:
        width = number + 22
        basis = np.linalg.qr(np.cos(np.outer(np.arange(m) + 0.5, np.arange(width) + 1.0) * 1.7))[0]
        for _ in range(80):
            basis = np.linalg.qr(square @ (square @ (square @ basis)))[0]
            moved = square @ basis
            worth, turn = np.linalg.eigh(basis.T @ moved)
            basis, moved = basis @ turn[:, ::-1], moved @ turn[:, ::-1]
            worth = worth[::-1]
            left = np.abs(moved[:, :number] - basis[:, :number] * worth[:number]).max()
            if left <= 1e-13 * worth[0]:
                return worth[:number], basis[:, :number]
    worth, vectors = np.linalg.eigh(square)
    return worth[::-1][:number], vectors[:, ::-1][:, :number]


def _zeroed_unseen(votes: Votes, excluded: NDArray[np.bool_]) -> NDArray[Any]:
    """Excluded statements count as voted by everybody: those a person did not see, to be added."""
    seen = np.zeros(len(votes.people), dtype=np.int64)
    for begin, end in blocks(votes.start):
        low, high = votes.start[begin], votes.start[end]
        out = excluded[votes.column[low:high]].astype(np.int64)
        rows = np.repeat(np.arange(end - begin), np.diff(votes.start[begin : end + 1]))
        seen[begin:end] = np.bincount(rows, weights=out, minlength=end - begin)
    return int(excluded.sum()) - seen
