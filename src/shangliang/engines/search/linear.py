"""The machines behind classes: linear ones, kept as coefficients.

For many examples support vector machines over features weighed by how much oftener the class has them
(NB-SVM, Wang and Manning 2012), one over words and one over runs of characters, which err elsewhere. For few,
where what a class prefers is not yet known, a softmax regression, which knows how common each class is and so
keeps the second and third apart, the nearest examples, and the duties a class has by its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .linking import unit_rows
from .matters import answering

C = 3.0
TOLERANCE = 1e-3  # closer changes no class and takes three times as long
SMOOTH = 0.1  # added to what a class has of a word
NEAREST, LOUDER = 30, 4
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


@dataclass(frozen=True)
class Neighbours:
    """Examples kept as they are: the nearest speak for their classes, the nearer the louder."""

    seen: Any  # unit rows
    which: Any  # the class of each, by column

    @classmethod
    def of(cls, matrix: Any, wanted: Any) -> Neighbours:
        return cls(unit_rows(matrix), np.unique(wanted, return_inverse=True)[1])

    def margins(self, matrix: Any) -> Any:
        alike = np.maximum((unit_rows(matrix) @ self.seen.T).toarray(), 0)
        if alike.shape[1] > NEAREST:
            least = np.partition(alike, -NEAREST, axis=1)[:, -NEAREST]
            alike[alike < least[:, None]] = 0
        voice = alike**LOUDER @ np.eye(int(self.which.max()) + 1)[self.which]
        return voice / np.maximum(voice.sum(axis=1, keepdims=True), 1e-9)


def duties(matrix: Any, wanted: Any, names: Sequence[str]) -> Linear:
    """What the fields of life a text speaks of say for the classes that answer for them by name; the
    fields of its beginning, which come first in ``matrix``, count twice."""
    answer = np.array([answering(names[k]) for k in np.unique(wanted)], dtype=np.float32).T
    return Linear(np.vstack([2 * answer, answer]), np.zeros(answer.shape[1], dtype=np.float32))


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
        made = LinearSVC(C=C, random_state=0, tol=TOLERANCE).fit(scaled, wanted == label)
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
