"""Four ways to say how far groups agree on a statement, each with its 90 % interval.

"legacy" (Polis): product over groups of (agrees + 1) / (seen + 2); it shrinks with the number of groups.
"standard": geometric mean over groups of pa * (1 - pd), with half a vote added on each side (Jeffreys).
"disagree": product over groups of (disagrees + 1) / (seen + 2).
"minimum": pa * (1 - pd) of the group that agrees least.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .chances import NINE_OF_TEN
from .counting import Counts

Floats = NDArray[np.float64]
WAYS = ("legacy", "standard", "disagree", "minimum")


def group_aware(groups: Counts, way: str = "standard") -> tuple[Floats, Floats, Floats]:
    """Value, low and high of each statement; ``groups`` holds groups x statements.

    Intervals are normal on the logarithm (delta method). Raises ``ValueError`` on an unknown way.
    """
    if way in ("legacy", "disagree"):
        n = groups.agree if way == "legacy" else groups.disagree
        share = (n + 1.0) / (groups.seen + 2.0)
        variance = ((1 - share) / share / (groups.seen + 2.0)).sum(0)
        return _around(np.prod(share, axis=0), variance)
    agree = (groups.agree + 0.5) / (groups.seen + 1.0)
    disagree = (groups.disagree + 0.5) / (groups.seen + 1.0)
    effective = agree * (1 - disagree)
    variance = ((1 - agree) / agree + 3 * disagree / (1 - disagree)) / (groups.seen + 1.0)
    if way == "standard":
        k = len(effective)
        return _around(np.exp(np.log(effective).mean(0)), variance.sum(0) / k**2)
    if way == "minimum":
        _, low, high = _around(effective, variance)
        return effective.min(0), low.min(0), high.min(0)
    raise ValueError(f"way is one of {', '.join(WAYS)}, not {way!r}")


def _around(value: Floats, variance: Floats) -> tuple[Floats, Floats, Floats]:
    wide = np.exp(NINE_OF_TEN * np.sqrt(variance))
    return value, value / wide, np.minimum(1.0, value * wide)
