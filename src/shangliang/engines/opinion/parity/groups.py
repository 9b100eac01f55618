"""Who is clustered, and into which groups, on a first update (conversation.clj, clusters.clj)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..votes import Ints, Votes

Floats = NDArray[np.float64]
LEAST_VOTES, LEAST_PEOPLE = 7, 15
BASE, BASE_ROUNDS, GROUP_ROUNDS, MOST_GROUPS = 100, 100, 20, 5
STILL = 0.01


def clustered(votes: Votes) -> Ints:
    """Places of those with at least seven votes; with fewer than 15, the most active fill up."""
    counts = votes.counts
    enough = counts >= min(LEAST_VOTES, max(1, len(votes.statements)))
    if enough.sum() < LEAST_PEOPLE:
        order = np.lexsort((votes.first, -counts))
        order = order[counts[order] > 0]
        enough = enough.copy()
        for person in order:
            if enough.sum() >= LEAST_PEOPLE:
                break
            enough[person] = True
    return np.flatnonzero(enough)


def groups_of(places: Floats) -> Ints:
    """A label for each of the places (rows in order of first vote)."""
    n = len(places)
    if n == 0:
        return np.zeros(0, dtype=np.int64)
    base = kmeans(places, np.ones(n), BASE, BASE_ROUNDS)
    centers, base = _kept(places, base)
    weight = np.bincount(base).astype(float)
    most = min(MOST_GROUPS, 2 + len(centers) // 12)
    best, height = np.zeros(len(centers), dtype=np.int64), -np.inf
    for k in range(2, most + 1):
        label = kmeans(centers, weight, k, GROUP_ROUNDS)
        tried = silhouette(centers, label)
        if len(np.unique(label)) > 1 and tried >= height:
            best, height = label, tried
    _, best = np.unique(best, return_inverse=True)
    return best[base]


def kmeans(points: Floats, weight: Floats, k: int, rounds: int) -> Ints:
    """Labels; the first k distinct points are the first centres."""
    centers = _first_distinct(points, k)
    label = np.zeros(len(points), dtype=np.int64)
    for _ in range(rounds):
        label = _nearest(points, centers)
        mass = np.bincount(label, weights=weight, minlength=len(centers))
        moved = np.stack(
            [
                np.bincount(label, weights=weight * points[:, axis], minlength=len(centers))
                for axis in range(points.shape[1])
            ],
            axis=1,
        )
        kept = mass > 0
        fresh = moved[kept] / mass[kept, None]
        if len(fresh) == len(centers) and bool((np.hypot(*(fresh - centers).T) < STILL).all()):
            break
        centers = fresh
    return label


def silhouette(points: Floats, label: Ints) -> float:
    """Mean silhouette; somebody alone in a group counts 0."""
    if len(np.unique(label)) < 2:
        return -1.0
    apart = np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1))
    member = label[:, None] == np.unique(label)[None]
    size = member.sum(0)
    mean = apart @ member
    own = mean[member] / np.maximum(1, size[member.argmax(1)] - 1)
    other = np.where(member, np.inf, mean / size).min(1)
    width = np.where(
        size[member.argmax(1)] > 1, (other - own) / np.maximum(np.maximum(own, other), 1e-300), 0.0
    )
    return float(width.mean())


def _first_distinct(points: Floats, k: int) -> Floats:
    _, first = np.unique(points, axis=0, return_index=True)
    return points[np.sort(first)[:k]]


def _nearest(points: Floats, centers: Floats) -> Ints:
    label = np.empty(len(points), dtype=np.int64)
    for begin in range(0, len(points), 1 << 14):
        part = points[begin : begin + (1 << 14)]
        far = np.zeros((len(part), len(centers)))
        for axis in range(points.shape[1]):
            far += (part[:, axis, None] - centers[:, axis]) ** 2
        label[begin : begin + (1 << 14)] = far.argmin(1)
    return label


def _kept(places: Floats, label: Ints) -> tuple[Floats, Ints]:
    _, label = np.unique(label, return_inverse=True)
    size = np.bincount(label)
    centers = np.stack(
        [np.bincount(label, weights=places[:, axis]) / size for axis in range(2)], axis=1
    )
    return centers, label
