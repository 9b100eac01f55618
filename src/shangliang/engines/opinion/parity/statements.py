"""Representative and consensus statements, group-aware consensus and priorities, as published.

Sources: repness.clj, stats.clj, conversation.clj (priority-metric, group-aware-consensus).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..counting import Counts

Floats = NDArray[np.float64]
SIGNIFICANT = 1.2816  # one-sided, nine times of ten
SHOWN = 5
META_PRIORITY = 49.0


@dataclass(frozen=True)
class Side:
    """Success and test of one direction in one set of people, arrays over statements."""

    success: Floats  # (n + 1) / (seen + 2)
    test: Floats  # z against one half
    repness: Floats  # success over that of all others
    repness_test: Floats  # z against all others


def success(n: Any, seen: Any) -> Floats:
    return np.asarray((n + 1) / (seen + 2))


def against_half(n: Any, seen: Any) -> Floats:
    return np.asarray(2 * np.sqrt(seen + 1) * ((n + 1) / (seen + 1) - 0.5))


def against_others(n: Any, seen: Any, n_other: Any, seen_other: Any) -> Floats:
    """Two proportions, one added to each count."""
    mine, theirs = (n + 1) / (seen + 1), (n_other + 1) / (seen_other + 1)
    pooled = (n + n_other + 2) / (seen + seen_other + 2)
    spread = pooled * (1 - pooled) * (1 / (seen + 1) + 1 / (seen_other + 1))
    # all agree, counted with one added on each side: nothing to compare
    return np.where(pooled == 1, 0.0, (mine - theirs) / np.sqrt(np.where(spread > 0, spread, 1)))


def side(n: Any, seen: Any, n_other: Any, seen_other: Any) -> Side:
    mine = success(n, seen)
    return Side(
        mine,
        against_half(n, seen),
        mine / success(n_other, seen_other),
        against_others(n, seen, n_other, seen_other),
    )


@dataclass(frozen=True)
class Chosen:
    """One representative statement of a group."""

    at: int
    agree: bool
    n: int
    seen: int
    success: float
    test: float
    repness: float
    repness_test: float
    best: bool


def representative(group: Counts, others: Counts, allowed: NDArray[np.bool_]) -> list[Chosen]:
    """At most five statements that set a group apart, those agreed with first (select-rep-comments)."""
    agree = side(group.agree, group.seen, others.agree, others.seen)
    disagree = side(group.disagree, group.seen, others.disagree, others.seen)
    places = [int(j) for j in np.flatnonzero(allowed)]

    def passes(s: Side, j: int) -> bool:
        return bool(s.repness_test[j] > SIGNIFICANT and s.test[j] > SIGNIFICANT)

    def stated(j: int, best: bool = False) -> Chosen:
        up = best or bool(agree.repness_test[j] > disagree.repness_test[j])
        s, n = (agree, group.agree) if up else (disagree, group.disagree)
        return Chosen(
            j,
            up,
            int(n[j]),
            int(group.seen[j]),
            float(s.success[j]),
            float(s.test[j]),
            float(s.repness[j]),
            float(s.repness_test[j]),
            best,
        )

    sufficient = [j for j in places if passes(agree, j) or passes(disagree, j)]
    best_agree = _best_agree(group, agree, places)
    if not sufficient:
        if best_agree is not None:
            return [stated(best_agree, best=True)]
        highest = _best(agree, disagree, places)
        return [] if highest is None else [stated(highest)]
    ranked = [stated(j) for j in sufficient if j != best_agree]
    ranked.sort(key=lambda c: -(c.repness * c.repness_test * c.success * c.test))
    if best_agree is not None:
        ranked.insert(0, stated(best_agree, best=True))
    return sorted(ranked[:SHOWN], key=lambda c: not c.agree)


def _best(agree: Side, disagree: Side, places: list[int]) -> int | None:
    best, height = None, 0.0
    for j in places:
        up = agree.repness_test[j] > disagree.repness_test[j]
        tested = max(agree.repness_test[j], disagree.repness_test[j])
        if best is None or tested > height:
            best, height = j, float((agree if up else disagree).repness_test[j])
    return best


def _best_agree(group: Counts, agree: Side, places: list[int]) -> int | None:
    best: int | None = None
    for j in places:
        if group.agree[j] + group.disagree[j] == 0:
            continue
        if not (agree.test[j] > SIGNIFICANT or (agree.repness[j] > 1.0 and agree.success[j] > 0.5)):
            continue
        if best is None:
            best = j
        elif agree.repness[best] > 1.0:
            if _weight(agree, j) > _weight(agree, best):
                best = j
        elif agree.success[j] * agree.test[j] > agree.success[best] * agree.test[best]:
            best = j
    return best


def _weight(s: Side, j: int) -> float:
    return float(s.repness[j] * s.repness_test[j] * s.success[j] * s.test[j])


def consensus(n: Any, seen: Any, allowed: NDArray[np.bool_]) -> list[tuple[int, float, float]]:
    """At most five of ``(place, success, test)`` a majority of all supports."""
    share, test = success(n, seen), against_half(n, seen)
    listed = np.flatnonzero(allowed & (share > 0.5) & (test > SIGNIFICANT))
    listed = listed[np.argsort(-(share * test)[listed], kind="stable")][:SHOWN]
    return [(int(j), float(share[j]), float(test[j])) for j in listed]


def group_aware(groups: Counts) -> Floats:
    """Product over groups of the share that agrees, one number a statement."""
    return np.asarray(np.prod((groups.agree + 1.0) / (groups.seen + 2.0), axis=0))


def priorities(clustered: Counts, extremity: Floats, meta: NDArray[np.bool_]) -> Floats:
    """How gladly a statement is asked next."""
    seen = clustered.seen
    passed = seen - clustered.agree - clustered.disagree
    agreed = (clustered.agree + 1.0) / (seen + 2.0)
    unsure = (passed + 1.0) / (seen + 2.0)
    new = 1 + 8 * 2.0 ** (-seen / 5.0)
    weight = ((1 - unsure) * (extremity + 1) * agreed * new) ** 2
    return np.asarray(np.where(meta, META_PRIORITY, weight))
