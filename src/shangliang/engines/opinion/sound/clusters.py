"""Groups of near places: k-means in which places known well weigh more. No chance that is not fixed."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..votes import Ints

Floats = NDArray[Any]
STARTS, ROUNDS, STILL = 4, 30, 1e-4
SAMPLE = 4000


def clustered(places: Floats, weight: Floats, k: int, starts: int = STARTS) -> tuple[Ints, Floats]:
    """Labels and centres. Several starts, the tightest result; ties to the earlier start."""
    points, mass = places.astype(np.float32), weight.astype(np.float32)
    mass = mass / mass.mean()
    sample, heavy = points[:SAMPLE], mass[:SAMPLE]
    begun = np.stack([_spread_out(sample, heavy, k, number) for number in range(starts)])
    tried = _settled(sample, heavy, begun)
    best, most = tried[0], -np.inf
    for centers in tried:
        tight = float((heavy * _nearness(sample, centers).max(1)).sum())
        if tight > most + 1e-6 * abs(most):
            best, most = centers, tight
    if len(points) > SAMPLE:
        best = _settled(points, mass, best[None], rounds=3)[
            0
        ]  # a larger sample moves them a little
    return nearest(points, best), best


def nearest(points: Floats, centers: Floats) -> Ints:
    return _nearness(points, centers).argmax(1)


def _nearness(points: Floats, centers: Floats) -> Floats:
    """Falls with the distance to each centre: half the square of the point is left out."""
    return np.asarray(points @ centers.T - (centers * centers).sum(1) / 2)


def _settled(points: Floats, mass: Floats, begun: Floats, rounds: int = ROUNDS) -> Floats:
    """Centres of several starts (starts x groups x dimensions), side by side until all stand still."""
    weighted = np.concatenate([points * mass[:, None], mass[:, None]], axis=1)
    starts, k, d = begun.shape
    number = np.arange(k)
    centers = begun
    for _ in range(rounds):
        near = _nearness(points, centers.reshape(-1, d)).reshape(len(points), starts, k)
        member = (near.argmax(2)[:, :, None] == number).astype(np.float32)
        sums = (member.reshape(len(points), -1).T @ weighted).reshape(starts, k, d + 1)
        size = sums[:, :, -1:]
        fresh = np.where(size > 0, sums[:, :, :-1] / np.maximum(size, 1e-12), centers)
        moved = np.abs(fresh - centers).max()
        centers = fresh
        if moved < STILL:
            break
    return centers


def _spread_out(points: Floats, mass: Floats, k: int, number: int) -> Floats:
    """The first start takes the farthest point each time, further ones draw by distance (k-means++)."""
    rng = np.random.default_rng(number)
    middle = (points * mass[:, None]).sum(0) / mass.sum()
    far = mass * ((points - middle) ** 2).sum(1)
    centers: list[Floats] = []
    for _ in range(k):
        total = far.sum()
        if number == 0 or total <= 0:
            at = int(far.argmax())
        else:
            at = int(np.searchsorted(np.cumsum(far), rng.random() * total))
            at = min(at, len(points) - 1)
        centers.append(points[at])
        gap = mass * ((points - points[at]) ** 2).sum(1)
        far = gap if len(centers) == 1 else np.minimum(far, gap)
    return np.array(centers)
