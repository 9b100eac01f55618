"""What to ask next: which statements would tell most, never which answer is wanted.

The weight of a statement rises when few have seen it and when its answers tell the groups apart. It
depends on how many have answered, not on what anybody answered to it, so nobody is led.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .votes import Ints

Floats = NDArray[np.float64]


def weights(seen: Ints, informing: Floats) -> Floats:
    """How gladly each statement is asked next, larger is sooner."""
    # summed in order of size, so that the order of statements changes nothing
    typical = float(np.sort(informing).mean()) if len(informing) else 0.0
    tells = informing / typical if typical > 0 else np.ones(len(seen))
    return np.asarray((1 + tells) / np.sqrt(seen + 1.0))
