"""The lists of an answer, each with its order: shared, dividing, typical of a group."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..chances import difference, wilson
from ..counting import Counts
from ..model import Agreed, Divisive, Id, Typical
from . import statements as tests
from .claims import Claims


def agreed(
    ids: Any, claims: Claims, everyone: Counts, blind: Counts, *, agree: bool
) -> tuple[Agreed, ...]:
    """By the low end of the share: of the group that shares it least, where there are groups."""
    listed = np.flatnonzero(claims.common_agree if agree else claims.common_disagree)
    each = claims.each_agree if agree else claims.each_disagree
    n = everyone.agree if agree else everyone.disagree
    low, high = wilson(n, everyone.seen)
    found = []
    for j in listed.tolist():
        detail = {}
        if claims.k > 1:
            by_group = (blind.agree if agree else blind.disagree)[:, j]
            share = by_group / np.maximum(1, blind.seen[:, j])
            detail["least_group"] = float(share[blind.seen[:, j] > 0].min(initial=1.0))
        found.append(
            Agreed(
                ids[j],
                float(n[j] / everyone.seen[j]),
                float(low[j]),
                float(high[j]),
                int(everyone.seen[j]),
                bool(each[j]),
                detail,
            )
        )
    order = {identity: at for at, identity in enumerate(ids)}
    return tuple(sorted(found, key=lambda a: (not a.established, -a.low, order[a.statement])))


def divisive(ids: Any, claims: Claims, blind: Counts, names: list[Id]) -> tuple[Divisive, ...]:
    if claims.division is None:
        return ()
    gap = tests.gaps(claims.division, blind.seen)
    listed = np.flatnonzero(claims.divided)
    listed = listed[np.argsort(-gap.half[listed], kind="stable")]
    half, low, high = (x.tolist() for x in (gap.half, gap.low, gap.high))
    return tuple(
        Divisive(ids[j], half[j], low[j], high[j], names[gap.highest[j]], names[gap.lowest[j]])
        for j in listed.tolist()
    )


def typical(ids: Any, claims: Claims, blind: Counts, g: int) -> tuple[Typical, ...]:
    """Answers most of the group chose, and more often than the others; the widest difference first."""
    if claims.differences is None:
        return ()
    group, others = blind.of(g), blind.summed().minus(blind.of(g))
    found = []
    for direction, marks, n, n2 in (
        ("agree", claims.differences.agree, group.agree, others.agree),
        ("disagree", claims.differences.disagree, group.disagree, others.disagree),
    ):
        low, high = difference(n, group.seen, n2, others.seen)
        for j in np.flatnonzero(marks[g] & (2 * n > group.seen)).tolist():
            found.append(
                (
                    -float(low[j]),
                    j,
                    Typical(
                        ids[j],
                        direction,
                        float(n[j] / group.seen[j]),
                        float(n2[j] / others.seen[j]),
                        float(low[j]),
                        float(high[j]),
                        int(group.seen[j]),
                    ),
                )
            )
    return tuple(t for _, _, t in sorted(found, key=lambda f: f[:2]))
