"""Votes with known groups, known agreement or none at all. All synthetic, by seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shangliang.engines.opinion import Votes

PASSES = 0.12


@dataclass(frozen=True)
class Planted:
    """``group`` of each person; ``votes`` of all; ``chance`` of agreeing (of those who take a side)."""

    votes: Votes
    group: np.ndarray
    chance: np.ndarray


def planted(
    n: int,
    m: int,
    density: float,
    groups: int,
    seed: int,
    *,
    apart: float = 1.0,
    within: float = 0.5,
) -> Planted:
    """Groups at the corners of a simplex in a latent space, votes by a logistic of place and statement.

    Participation has a long tail: a few people vote on nearly all, many on few.
    """
    rng = np.random.default_rng([seed, n, m, groups])
    corners = np.linalg.svd(np.eye(groups) - 1 / groups)[0][:, : groups - 1]
    corners = apart * corners / np.linalg.norm(corners, axis=1, keepdims=True)
    group = rng.integers(0, groups, n)
    place = corners[group] + rng.normal(0, within, (n, groups - 1))
    loading = rng.normal(0, 1, (m, groups - 1))
    chance = 1 / (1 + np.exp(-(place @ loading.T + rng.normal(0, 1, m))))
    return Planted(drawn(chance, density, rng), group, chance)


def null(n: int, m: int, density: float, seed: int) -> Planted:
    """Nobody has a group: each vote is a coin."""
    rng = np.random.default_rng([seed, n, m, 0])
    chance = np.full((n, m), 0.5)
    return Planted(drawn(chance, density, rng), np.zeros(n, dtype=int), chance)


def drawn(chance: np.ndarray, density: float, rng: np.random.Generator) -> Votes:
    n, m = chance.shape
    activity = rng.lognormal(0, 0.8, n)
    share = np.clip(activity / activity.mean() * density, 0.0, 1.0)
    for _ in range(20):  # those who cannot vote on more than all: the rest makes up for it
        share = np.clip(share * density / share.mean(), 3 / m, 1.0)
    seen = rng.random((n, m)) < share[:, None]
    vote = np.where(rng.random((n, m)) < chance, 1, -1).astype(np.int8)
    vote[rng.random((n, m)) < PASSES] = 0
    who, what = np.nonzero(seen)
    return Votes.of_codes(who, what, vote[who, what], people=range(n), statements=range(m))


def long_log(n: int, m: int, cells: int, groups: int, seed: int) -> tuple[np.ndarray, ...]:
    """A long log in random order of arrival, as three arrays: who, what, how. For speed."""
    rng = np.random.default_rng([seed, n, m])
    group = rng.integers(0, groups, n)
    chance = 1 / (1 + np.exp(-rng.normal(0, 1.5, (groups, m))))
    activity = rng.lognormal(0, 0.8, n)
    count = np.minimum(rng.poisson(activity / activity.mean() * cells / n), m)
    who = np.repeat(np.arange(n, dtype=np.int32), count)
    what = rng.integers(0, m, len(who), dtype=np.uint16)
    draw = rng.random(len(who), dtype=np.float32)
    how = np.where(draw < chance[group[who], what], 1, -1).astype(np.int8)
    how[rng.random(len(who), dtype=np.float32) < PASSES] = 0
    order = rng.permutation(len(who)).astype(np.int32)
    return who[order], what[order], how[order]
