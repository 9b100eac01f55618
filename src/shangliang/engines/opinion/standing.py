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
    by_group = [_shares(groups.agree[g], groups.of(g)) for g in range(len(names))]
    return {
        ids[j]: Standing(
            ids[j],
            _tally(everyone, j),
            {name: _tally(groups.of(g), j) for g, name in enumerate(names)},
            agree[j],
            disagree[j],
            {name: by_group[g][j] for g, name in enumerate(names)},
            "open" if kinds is None else str(kinds[j]),
        )
        for j in range(len(ids))
    }


def _tally(counts: Counts, j: int) -> Tally:
    agree, disagree, seen = int(counts.agree[j]), int(counts.disagree[j]), int(counts.seen[j])
    return Tally(agree, disagree, seen - agree - disagree)


def _shares(n: NDArray[np.int64], of: Counts) -> list[Share]:
    low, high = wilson(n, of.seen)
    value = n / np.maximum(1, of.seen)
    return [Share(float(v), float(a), float(b)) for v, a, b in zip(value, low, high, strict=True)]
