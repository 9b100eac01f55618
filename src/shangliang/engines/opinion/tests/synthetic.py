"""Small votes made for the tests: camps, coins, common ground."""

from __future__ import annotations

import numpy as np

from shangliang.engines.opinion import Votes

Row = tuple[int, int, int, int]


def coins(n: int, m: int, density: float, seed: int) -> list[Row]:
    """Nobody has a group: each vote is a coin, one in eight a pass."""
    rng = np.random.default_rng(seed)
    return _rows(np.full((n, m), 0.5), density, rng)


def camps(
    n: int, m: int, groups: int, seed: int, *, density: float = 0.5, common: int = 0
) -> tuple[list[Row], np.ndarray]:
    """Groups with profiles of their own; the first ``common`` statements nine of ten agree with."""
    rng = np.random.default_rng(seed)
    profile = rng.choice([0.15, 0.85], (groups, m))
    profile[:, :common] = 0.9
    label = rng.integers(0, groups, n)
    return _rows(profile[label], density, rng), label


def _rows(chance: np.ndarray, density: float, rng: np.random.Generator) -> list[Row]:
    n, m = chance.shape
    vote = np.where(rng.random((n, m)) < chance, 1, -1)
    vote[rng.random((n, m)) < 0.12] = 0
    who, what = np.nonzero(rng.random((n, m)) < density)
    order = rng.permutation(len(who))
    return [
        (int(who[i]), int(what[i]), int(vote[who[i], what[i]]), 1000 + at)
        for at, i in enumerate(order)
    ]


def votes(rows: list[Row]) -> Votes:
    return Votes.of(rows)
