"""Exact tests and intervals for shares, in numpy alone; sets of tests with a bounded share of false ones.

Sources: Wilson (1927) for intervals of a share, Newcombe (1998) method 10 for differences of two,
Benjamini and Hochberg (1995) for the false discovery rate.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
EXACT = 1000  # votes
NINE_OF_TEN = 1.6448536269514722  # normal quantile of .95: two-sided 90 %


def wilson(n: Any, seen: Any, z: float = NINE_OF_TEN) -> tuple[Floats, Floats]:
    """Low and high end of the interval of a share; 0 to 1 where nobody was asked."""
    n, seen = np.asarray(n, dtype=float), np.asarray(seen, dtype=float)
    safe = np.maximum(seen, 1e-12)
    middle = (n + z * z / 2) / (safe + z * z)
    half = z / (safe + z * z) * np.sqrt(np.maximum(n * (safe - n) / safe, 0) + z * z / 4)
    none = seen <= 0
    return (
        np.where(none, 0.0, np.clip(middle - half, 0, 1)),
        np.where(none, 1.0, np.clip(middle + half, 0, 1)),
    )


def difference(n1: Any, s1: Any, n2: Any, s2: Any) -> tuple[Floats, Floats]:
    """Interval of share 1 minus share 2, from the two intervals of Wilson (Newcombe 10)."""
    low1, high1 = wilson(n1, s1)
    low2, high2 = wilson(n2, s2)
    p1 = np.asarray(n1, dtype=float) / np.maximum(s1, 1)
    p2 = np.asarray(n2, dtype=float) / np.maximum(s2, 1)
    gap = p1 - p2
    low = gap - np.sqrt((p1 - low1) ** 2 + (high2 - p2) ** 2)
    high = gap + np.sqrt((high1 - p1) ** 2 + (p2 - low2) ** 2)
    unknown = (np.asarray(s1) <= 0) | (np.asarray(s2) <= 0)
    return (
        np.where(unknown, -1.0, np.clip(low, -1, 1)),
        np.where(unknown, 1.0, np.clip(high, -1, 1)),
    )


def more_than_half(n: Any, seen: Any) -> Floats:
    """Chance of ``n`` or more of ``seen`` when each is one half: the exact one-sided test.

    Above a thousand votes the normal curve, with its correction by one half, is exact enough.
    """
    n, seen = np.broadcast_arrays(np.asarray(n, dtype=np.int64), np.asarray(seen, dtype=np.int64))
    out = np.ones(n.shape)
    flat_n, flat_seen, flat = n.ravel(), seen.ravel(), out.ravel()
    many = flat_seen > EXACT
    flat[many] = normal_tail((2 * flat_n[many] - 1 - flat_seen[many]) / np.sqrt(flat_seen[many]))
    for total in np.unique(flat_seen[~many]):
        here = flat_seen == total
        flat[here] = half_tail(int(total))[flat_n[here]]
    return flat.reshape(n.shape)


_TAILS: dict[int, Floats] = {}


def half_tail(seen: int) -> Floats:
    """P(X >= n) for n = 0 .. seen, X binomial(seen, 1/2)."""
    known = _TAILS.get(seen)
    if known is None:
        steps = np.log(np.arange(seen, 0, -1)) - np.log(np.arange(1, seen + 1))
        logs = np.concatenate(([0.0], np.cumsum(steps))) - seen * math.log(2)
        known = np.minimum(1.0, np.cumsum(np.exp(logs)[::-1])[::-1])
        known[0] = 1.0
        _TAILS[seen] = known
    return known


def normal_tail(z: Any) -> Floats:
    """P(Z >= z)."""
    z = np.asarray(z, dtype=float)
    return np.array([0.5 * math.erfc(x / math.sqrt(2)) for x in z.ravel()]).reshape(z.shape)


def benjamini_hochberg(p: Floats, rate: float) -> NDArray[np.bool_]:
    """Which tests to hold, so that at most ``rate`` of those held are false on average."""
    flat = p.ravel()
    order = np.argsort(flat, kind="stable")
    under = flat[order] <= rate * np.arange(1, len(flat) + 1) / max(len(flat), 1)
    held = np.zeros(len(flat), dtype=bool)
    if under.any():
        held[order[: int(np.flatnonzero(under)[-1]) + 1]] = True
    return held.reshape(p.shape)


def chi_tail(x: Any, degrees: int) -> Floats:
    """P(chi-square >= x) with a few degrees of freedom, by the recurrence in closed form."""
    x = np.maximum(np.asarray(x, dtype=float), 0.0)
    if degrees % 2:
        tail = 2 * normal_tail(np.sqrt(x))
        term = np.exp(-x / 2) * np.sqrt(2 * x / math.pi)
        first = 3
    else:
        tail = np.exp(-x / 2)
        term = np.exp(-x / 2) * x / 2
        first = 4
    for step in range(first, degrees + 1, 2):
        tail = tail + term
        term = term * x / step
    return np.minimum(1.0, tail)
