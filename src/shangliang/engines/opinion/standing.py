"""How each statement stands: agreed by every group, nearly, or differing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .chances import wilson
from .counting import Counts
from .model import Id, Share, Standing, Tally


def table_of(
    ids: Sequence[Id],
    everyone: Counts,
    groups: Counts,
    names: Sequence[Id],
    kinds: NDArray[np.str_] | None = None,
) -> dict[Id, Standing]:
    """One row a statement. ``kinds`` are the classes found; without them all are "open"."""
    agree, disagree = _shares(everyone.agree, everyone), _shares(everyone.disagree, everyone)
    rows = [groups.of(g) for g in range(len(names))]
    by_group = [_shares(row.agree, row) for row in rows]
    everybody, tallies = _tallies(everyone), [_tallies(row) for row in rows]
    return {
        ids[j]: Standing(
            ids[j],
            everybody[j],
            {name: tallies[g][j] for g, name in enumerate(names)},
            agree[j],
            disagree[j],
            {name: by_group[g][j] for g, name in enumerate(names)},
            "open" if kinds is None else str(kinds[j]),
        )
        for j in range(len(ids))
    }


def _tallies(counts: Counts) -> list[Tally]:
    passed = counts.seen - counts.agree - counts.disagree
    columns = counts.agree.tolist(), counts.disagree.tolist(), passed.tolist()
    return [Tally(*row) for row in zip(*columns, strict=True)]


def _shares(n: NDArray[np.int64], of: Counts) -> list[Share]:
    low, high = wilson(n, of.seen)
    value = n / np.maximum(1, of.seen)
    columns = value.tolist(), low.tolist(), high.tolist()
    return [Share(*row) for row in zip(*columns, strict=True)]
