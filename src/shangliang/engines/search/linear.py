"""The machines behind classes: linear ones, kept as coefficients.

For many examples support vector machines over features weighed by how much oftener the class has them
(NB-SVM, Wang and Manning 2012), one over words and one over runs of characters, which err elsewhere. For few
one over everything, since what a class prefers is not yet known, and a softmax regression, which knows how
common each class is and so keeps the second and third apart better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

C, C_WEIGHED = 2.0, 3.0
TOLERANCE = 1e-3  # closer changes no class and takes three times as long
SMOOTH = 0.1  # added to what a class has of a word
LOOSE = 10.0  # of the softmax regression: the larger, the closer to the examples


@dataclass(frozen=True)
class Linear:
    """Coefficients by class; ``margins`` has a column for each class that was learned."""

    weights: Any  # features x classes
    bias: Any

    @classmethod
    def of(cls, fitted: Any) -> Linear:
        weights, bias = fitted.coef_.T.astype(np.float32), fitted.intercept_.astype(np.float32)
        if weights.shape[1] == 1:
            weights, bias = np.hstack([-weights, weights]), np.hstack([-bias, bias])
        return cls(np.ascontiguousarray(weights), bias)

    def margins(self, matrix: Any) -> Any:
        return matrix @ self.weights + self.bias


def whole(matrix: Any, wanted: Any) -> Linear:
    """One machine a class over all features."""
    from sklearn.svm import LinearSVC

    return Linear.of(LinearSVC(C=C, random_state=0, tol=TOLERANCE).fit(matrix, wanted))


def weighed(matrix: Any, wanted: Any) -> Linear:
    """One machine a class over features weighed by how much the class prefers them."""
    from sklearn.svm import LinearSVC

    weights, bias = [], []
    total = np.asarray(matrix.sum(axis=0)).ravel()
    for label in np.unique(wanted):
        own = np.asarray(matrix[wanted == label].sum(axis=0)).ravel()
        inside, outside = own + SMOOTH, total - own + SMOOTH
        ratio = np.log((inside / inside.sum()) / (outside / outside.sum())).astype(np.float32)
        scaled = matrix.copy()
        scaled.data = scaled.data * ratio[scaled.indices]
        made = LinearSVC(C=C_WEIGHED, random_state=0, tol=TOLERANCE).fit(scaled, wanted == label)
        weights.append((made.coef_[0] * ratio).astype(np.float32))
        bias.append(np.float32(made.intercept_[0]))
    return Linear(np.stack(weights, axis=1), np.array(bias))


def softmax(matrix: Any, wanted: Any) -> Linear:
    """All classes at once. Learned in the space the examples span, which gives the same coefficients
    as in that of all features, in a hundredth of the time."""
    from sklearn.linear_model import LogisticRegression

    likeness = np.asarray((matrix @ matrix.T).todense(), dtype=np.float64)
    size, axes = np.linalg.eigh(likeness)
    keep = size > 1e-8 * max(float(size[-1]), 1e-12)
    size, axes = np.sqrt(size[keep]), axes[:, keep]
    fitted = LogisticRegression(C=LOOSE, max_iter=300).fit(axes * size, wanted)
    back = matrix.T @ (axes / size)  # features x axes
    coef, bias = fitted.coef_, fitted.intercept_
    if len(coef) == 1:
        coef, bias = np.vstack([-coef, coef]), np.hstack([-bias, bias])
    weights = (back @ coef.T).astype(np.float32)
    return Linear(np.ascontiguousarray(weights), bias.astype(np.float32))
