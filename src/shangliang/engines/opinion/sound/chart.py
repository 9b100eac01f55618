"""Places on the two axes of the map."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..votes import Ints
from .factors import Floats


def turned(point: Floats, label: Ints, k: int) -> NDArray[np.float64]:
    """The turn to two axes: first along which the groups lie apart, then along which people do."""
    points = wide(point)
    spread = points.T @ points / max(1, len(points))
    if k > 1 and len(np.unique(label[label >= 0])) == k:
        size = np.bincount(label[label >= 0], minlength=k)
        centers = np.stack([points[label == g].mean(0) for g in range(k)])
        centers = centers - (centers * size[:, None]).sum(0) / size.sum()
        spread = spread * 1e-3 + (centers * size[:, None]).T @ centers / size.sum()
    turn = np.linalg.eigh(spread)[1][:, ::-1][:, :2]
    # the side with the longer tail is the right and the upper one: signs are free, so they are fixed
    return np.asarray(turn * np.where(((points @ turn) ** 3).sum(0) < 0, -1.0, 1.0))


def drawn_on(turn: Floats, point: Floats) -> NDArray[np.float64]:
    """Places on the two axes of the map."""
    return np.asarray(np.round(wide(point) @ turn, 6) + 0.0)


def wide(point: Floats) -> NDArray[np.float64]:
    points = point.astype(np.float64)
    if points.shape[1] < 2:
        points = np.concatenate([points, np.zeros((len(points), 2 - points.shape[1]))], axis=1)
    return points
