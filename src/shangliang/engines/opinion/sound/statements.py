"""Agreed, dividing and typical statements, each set with a bounded share of false ones.

Among the statements listed at most one of ten is false on average (Benjamini and Hochberg). Tests by
group use groups that never saw the statement (see ``crossing``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..chances import NINE_OF_TEN, benjamini_hochberg, chi_tail, more_than_half, normal_tail
from ..counting import Counts

RATE = 0.10
Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]


def majority(n: NDArray[np.int64], seen: NDArray[np.int64]) -> Marks:
    """Statements for which more than half is shown, by the exact test against one half."""
    asked = seen > 0
    held = np.zeros(len(n), dtype=bool)
    held[asked] = benjamini_hochberg(more_than_half(n[asked], seen[asked]), RATE)
    return held


def majority_in_each(n: NDArray[np.int64], seen: NDArray[np.int64]) -> Marks:
    """Statements for which more than half is shown in each group (rows) by itself."""
    worst = more_than_half(n, seen).max(0)
    worst[(seen == 0).any(0)] = 1.0
    return benjamini_hochberg(worst, RATE)


@dataclass(frozen=True)
class Differences:
    """Groups x statements: a group says yes more often than all others together."""

    agree: Marks
    disagree: Marks


def differences(groups: Counts) -> Differences:
    """Which groups choose which answer more often than the others, shown by test."""
    others = Counts(
        groups.agree.sum(0) - groups.agree,
        groups.disagree.sum(0) - groups.disagree,
        groups.seen.sum(0) - groups.seen,
    )
    chance = np.stack(
        [
            _more(groups.agree, groups.seen, others.agree, others.seen),
            _more(groups.disagree, groups.seen, others.disagree, others.seen),
        ]
    )
    held = benjamini_hochberg(chance, RATE)
    return Differences(held[0], held[1])


def _more(
    n: NDArray[np.int64], seen: NDArray[np.int64], n2: NDArray[np.int64], seen2: NDArray[np.int64]
) -> Floats:
    """One-sided test of two shares, with Yates' correction, so that small numbers do not shout."""
    total = np.maximum(seen + seen2, 1)
    pooled = (n + n2) / total
    expected = seen * pooled
    spread = pooled * (1 - pooled) * seen * seen2 / np.maximum(total - 1, 1)
    z = (n - expected - 0.5) / np.sqrt(np.maximum(spread, 1e-12))
    return np.where((seen == 0) | (seen2 == 0) | (spread <= 0), 1.0, normal_tail(z))


@dataclass(frozen=True)
class Division:
    """``held`` where groups lie on both sides, shown by test; net agreement of groups, its variance."""

    held: Marks
    net: Floats
    variance: Floats


def division(groups: Counts) -> Division:
    """Statements on which groups differ (one test over all groups) and some lie on either side."""
    k = len(groups.seen)
    seen = groups.seen.astype(float)
    known = seen > 0
    net = (groups.agree - groups.disagree) / np.maximum(seen, 1)
    total = seen.sum(0)
    mean = (groups.agree - groups.disagree).sum(0) / np.maximum(total, 1)
    square = (groups.agree + groups.disagree).sum(0) / np.maximum(total, 1)
    width = np.maximum(square - mean**2, 1e-9) * total / np.maximum(total - 1, 1)
    apart = (seen * (net - mean) ** 2).sum(0) / np.maximum(width, 1e-12)
    free = np.maximum(known.sum(0) - 1, 0)
    chance = np.ones(len(mean))
    for degrees in range(1, k):
        here = free == degrees
        chance[here] = chi_tail(apart[here], degrees)
    high = np.where(known, net, -np.inf).max(0)
    low = np.where(known, net, np.inf).min(0)
    both_sides = (high > 0) & (low < 0)
    one = (groups.agree + groups.disagree) / np.maximum(seen, 1)
    # one vote either way is added, so that three of three is not without doubt
    variance = np.maximum(one - net**2, 0) / np.maximum(seen, 1) + 1 / np.maximum(seen + 2, 1) ** 2
    return Division(benjamini_hochberg(chance, RATE) & both_sides, net, variance)


@dataclass(frozen=True)
class Gap:
    """Of each statement the groups that agree most and least, half their distance, its interval."""

    highest: NDArray[np.int64]
    lowest: NDArray[np.int64]
    half: Floats
    low: Floats
    high: Floats


def gaps(division: Division, seen: NDArray[np.int64]) -> Gap:
    """``seen`` are groups x statements; groups that saw nothing of a statement are passed over."""
    known = seen > 0
    top = np.where(known, division.net, -np.inf).argmax(0)
    bottom = np.where(known, division.net, np.inf).argmin(0)
    at = np.arange(seen.shape[1])
    half = (division.net[top, at] - division.net[bottom, at]) / 2
    wide = NINE_OF_TEN * np.sqrt(division.variance[top, at] + division.variance[bottom, at]) / 2
    return Gap(top, bottom, half, np.maximum(0.0, half - wide), np.minimum(1.0, half + wide))
