"""Groups that never saw the statement they are tested on.

Groups are made from votes; to test on the same votes whether they differ would find differences in
pure noise. So the statements are dealt into parts, and for each part the groups are made again from
the votes on the other parts alone. Source of the danger: Gao, Bien and Witten (2022); the remedy here
is splitting by columns.
"""

from __future__ import annotations

import numpy as np

from ..counting import Counts
from ..votes import Ints
from .factors import fitted, places
from .firmness import aligned, grouped
from .fit import Fit, sample
from .table import Table

PARTS, ROUNDS = 4, 5
TEST_CELLS, FEW_CELLS = 800_000, 400_000


def crossed(table: Table, among: Ints, fit: Fit) -> Counts:
    """Counts by group (groups x statements of the table), each from groups blind to the statement."""
    m, k = len(table.statements), fit.groups
    rows = sample(table, among, TEST_CELLS)
    few = sample(table, among, FEW_CELLS)
    vote, cast = table.dense(rows)
    counts = Counts(*(np.zeros((k, m), dtype=np.int64) for _ in range(3)))
    for part in range(PARTS):
        inside = np.arange(m) % PARTS == part
        outside = ~inside
        if outside.sum() < fit.dimensions + 1 or not inside.any():
            continue
        seen_vote, seen_cast = vote[:, outside], cast[:, outside]
        model = fitted(seen_vote[: len(few)], seen_cast[: len(few)], fit.dimensions, ROUNDS)
        label = grouped(*places(model, seen_vote, seen_cast), k)
        label = aligned(label, fit.label[rows], k)
        member = np.eye(k, dtype=np.float32)[label]
        tested, asked = vote[:, inside], cast[:, inside]
        counts.agree[:, inside] = np.rint(member.T @ (tested > 0)).astype(np.int64)
        counts.disagree[:, inside] = np.rint(member.T @ (tested < 0)).astype(np.int64)
        counts.seen[:, inside] = np.rint(member.T @ asked).astype(np.int64)
    return counts
