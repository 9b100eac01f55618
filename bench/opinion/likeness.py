"""How alike two groupings of the same people are: the adjusted Rand index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def adjusted_rand(a: Sequence[Any], b: Sequence[Any]) -> float:
    """1 for the same grouping, about 0 for one by chance. Hubert and Arabie (1985)."""
    first = np.unique(np.asarray(a), return_inverse=True)[1]
    second = np.unique(np.asarray(b), return_inverse=True)[1]
    table = np.zeros((first.max() + 1, second.max() + 1))
    np.add.at(table, (first, second), 1)

    def pairs(x: np.ndarray) -> float:
        return float((x * (x - 1) / 2).sum())

    both, left, right = pairs(table), pairs(table.sum(1)), pairs(table.sum(0))
    chance = left * right / (len(first) * (len(first) - 1) / 2)
    most = (left + right) / 2
    return 1.0 if most == chance else (both - chance) / (most - chance)
