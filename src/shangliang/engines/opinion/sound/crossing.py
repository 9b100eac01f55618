"""Groups that never saw the statement they are tested on.

Groups are made from votes; to test on the same votes whether they differ would find differences in
pure noise. So the statements are dealt into parts, and for each part the groups are made again from
the votes on the other parts alone. Source of the danger: Gao, Bien and Witten (2022); the remedy here
is splitting by columns.
"""

from __future__ import annotations

import numpy as np

from ..counting import Counts
from .factors import fitted, places
from .firmness import aligned, grouped
from .fit import Fit
from .samples import Samples

PARTS, ROUNDS = 4, 5
TEST_CELLS, FEW_CELLS = 800_000, 400_000


def crossed(samples: Samples, fit: Fit) -> Counts:
    """Counts by group (groups x statements of the table), each from groups blind to the statement."""
    m, k = len(samples.table.statements), fit.groups
    tested, few = samples.of(TEST_CELLS), samples.of(FEW_CELLS)
    label = fit.label[tested.rows]
    counts = Counts(*(np.zeros((k, m), dtype=np.int64) for _ in range(3)))
    for part in range(PARTS):
        inside = slice(part, m, PARTS)
        outside = np.flatnonzero(np.arange(m) % PARTS != part)
        if len(outside) < fit.dimensions + 1 or part >= m:
            continue
        vote, cast = tested.vote.take(outside, 1), tested.cast.take(outside, 1)
        model = fitted(
            vote[: len(few.rows)],
            cast[: len(few.rows)],
            fit.dimensions,
            ROUNDS,
            few.shared.columns(outside),
        )
        blind = aligned(grouped(*places(model, vote, cast), k), label, k)
        member = np.eye(k, dtype=np.float32)[blind]
        answer, asked = tested.vote[:, inside], tested.cast[:, inside]
        counts.agree[:, inside] = np.rint(member.T @ (answer > 0)).astype(np.int64)
        counts.disagree[:, inside] = np.rint(member.T @ (answer < 0)).astype(np.int64)
        counts.seen[:, inside] = np.rint(member.T @ asked).astype(np.int64)
    return counts
