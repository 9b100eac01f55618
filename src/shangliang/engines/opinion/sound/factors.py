"""Few dimensions behind many votes: a factor model that knows which votes were not cast.

Each vote is mean + loading . place + noise, places are standard normal. Places are posterior means, so
somebody with three votes stays near the middle instead of being thrown outwards (a ridge in the place
of the square root of m / n). Fitted by expectation and maximisation; source: Rubin and Thayer (1982).
``logistic`` refines the fit for yes-or-no answers by the bound of Jaakkola and Jordan (2000).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]  # single precision
LOADING_PRIOR = 16.0  # votes against a loading, at first
LEAST_RIDGE, MOST_RIDGE = 1.0, 400.0
NOISE_PRIOR, LEAST_NOISE = 2.0, 0.02


@dataclass(frozen=True)
class Factors:
    """``mean``, ``noise`` of each statement, ``loading`` statements x dimensions."""

    mean: Floats
    noise: Floats
    loading: Floats

    @property
    def dimensions(self) -> int:
        return self.loading.shape[1]


def pairs(loading: Floats) -> Floats:
    """Products of all pairs of columns, rows x d * d."""
    m, d = loading.shape
    return (loading[:, :, None] * loading[:, None, :]).reshape(m, d * d)


def places(model: Factors, vote: Floats, cast: Floats) -> tuple[Floats, Floats]:
    """Posterior means (people x d) and covariances (people x d x d)."""
    d = model.dimensions
    scaled = model.loading / model.noise[:, None]
    held = pairs(model.loading / np.sqrt(model.noise)[:, None])
    sums = cast @ np.concatenate([held, scaled * model.mean[:, None]], axis=1)
    return solved(sums[:, : d * d], vote @ scaled - sums[:, d * d :], d)


def between(left: Floats, right: Floats, who: NDArray[np.int64], what: NDArray[np.int64]) -> Floats:
    """Products of rows ``who`` of the one and rows ``what`` of the other, pair by pair."""
    out = left[:, 0].take(who) * right[:, 0].take(what)
    for axis in range(1, left.shape[1]):
        out += left[:, axis].take(who) * right[:, axis].take(what)
    return out


def solved(held: Floats, pull: Floats, d: int) -> tuple[Floats, Floats]:
    """Places from the sums of a person: precision from the votes, and where they pull."""
    precision = held.reshape(-1, d, d) + np.eye(d, dtype=np.float32)
    spread = inverse(precision)
    return np.einsum("nab,nb->na", spread, pull), spread


def inverse(stack: Floats) -> Floats:
    """Inverses of many small symmetric positive matrices: in closed form up to three by three."""
    d = stack.shape[-1]
    if d == 1:
        return 1 / stack
    if d > 3:
        return np.asarray(np.linalg.inv(stack))
    out = np.empty_like(stack)
    a, b, c = stack[:, 0, 0], stack[:, 0, 1], stack[:, 1, 1]
    if d == 2:
        out[:, 0, 0], out[:, 1, 1] = c, a
        out[:, 0, 1] = out[:, 1, 0] = -b
        out /= (a * c - b * b)[:, None, None]
        return out
    e, f, g = stack[:, 0, 2], stack[:, 1, 2], stack[:, 2, 2]
    out[:, 0, 0] = c * g - f * f
    out[:, 0, 1] = out[:, 1, 0] = e * f - b * g
    out[:, 0, 2] = out[:, 2, 0] = b * f - c * e
    out[:, 1, 1] = a * g - e * e
    out[:, 1, 2] = out[:, 2, 1] = b * e - a * f
    out[:, 2, 2] = a * c - b * b
    out /= (a * out[:, 0, 0] + b * out[:, 0, 1] + e * out[:, 0, 2])[:, None, None]
    return out


@dataclass(frozen=True)
class Shared:
    """What statements share, as sums over people: a fit starts from them, of all or of a part.

    ``cross`` and ``both`` are statements x statements: products of deviations from ``centre``, and
    votes cast by the same people. Sums of a part of the people may be taken away, columns be chosen.
    """

    centre: Floats
    seen: Floats
    total: Floats
    power: Floats
    cross: Floats
    both: Floats

    @classmethod
    def of(cls, vote: Floats, cast: Floats, centre: Floats | None = None) -> Shared:
        """``centre`` is by default the mean of each statement over the votes cast."""
        seen, total = cast.sum(0), vote.sum(0)
        if centre is None:
            centre = total / np.maximum(seen, 1)
        rest = vote - centre * cast
        return cls(centre, seen, total, np.abs(vote).sum(0), rest.T @ rest, cast.T @ cast)

    def _each(self, of: Callable[[str], Floats]) -> Shared:
        return Shared(self.centre, *(of(name) for name in SUMS))

    def less(self, part: Shared) -> Shared:
        return self._each(lambda name: getattr(self, name) - getattr(part, name))

    def columns(self, kept: NDArray[np.int64]) -> Shared:
        """The same of some statements."""
        return Shared(
            self.centre[kept],
            self.seen[kept],
            self.total[kept],
            self.power[kept],
            self.cross.take(kept, 0).take(kept, 1),
            self.both.take(kept, 0).take(kept, 1),
        )


SUMS = ("seen", "total", "power", "cross", "both")


def start(shared: Shared, dimensions: int) -> Factors:
    """Directions of largest agreement between statements, from the votes cast by the same people."""
    seen = np.maximum(shared.seen, 1)
    mean = shared.total / seen
    loading = np.zeros((len(seen), dimensions), np.float32)
    worth, vectors = top(shared.cross / np.maximum(shared.both, 4.0), dimensions)
    loading[:, : len(worth)] = vectors * np.sqrt(np.maximum(worth, 1e-4))
    noise = shared.power / seen - mean**2 - (loading**2).sum(1)
    return Factors(mean, np.maximum(noise, 0.05).astype(np.float32), loading)


def top(square: Floats, number: int) -> tuple[Floats, Floats]:
    """Largest eigenvalues and their vectors, by repeated multiplication from a fixed start."""
    m = len(square)
    number = min(number, m)
    if m <= 48:
        worth, vectors = np.linalg.eigh(square)
        return worth[::-1][:number], vectors[:, ::-1][:, :number]
    width = min(m, number + 4)
    basis = np.cos(np.outer(np.arange(m) + 0.5, np.arange(width) + 1.0) * 1.7).astype(np.float32)
    basis[:, 0] = 1
    for _ in range(2):  # three multiplications do not yet need to be kept apart
        basis = np.linalg.qr(square @ (square @ (square @ basis)))[0]
    worth, turn = np.linalg.eigh(basis.T @ square @ basis)
    return worth[::-1][:number], (basis @ turn)[:, ::-1][:, :number]


def improved(model: Factors, vote: Floats, cast: Floats, rounds: int, shared: Shared) -> Factors:
    """More rounds of expectation and maximisation. ``shared`` are the sums of these votes.

    Loadings are drawn towards zero as strongly as they are small altogether (empirical Bayes), so a
    dimension that only fits noise fades instead of being believed.
    """
    n, d = len(vote), model.dimensions
    seen, power, total = shared.seen, shared.power, shared.total
    ridge = np.full(d + 1, LOADING_PRIOR, np.float32)
    for _ in range(rounds):
        place, spread = places(model, vote, cast)
        moment = np.empty((n, d + 1, d + 1), np.float32)
        moment[:, :d, :d] = spread + place[:, :, None] * place[:, None, :]
        moment[:, :d, d] = moment[:, d, :d] = place
        moment[:, d, d] = 1
        held = (cast.T @ moment.reshape(n, -1)).reshape(-1, d + 1, d + 1)
        pull = np.concatenate([vote.T @ place, total[:, None]], 1)
        unsure = inverse(held + np.diag(ridge))
        both = np.einsum("jab,jb->ja", unsure, pull)
        left = power - 2 * (both * pull).sum(1) + np.einsum("ja,jab,jb->j", both, held, both)
        noise = np.maximum((left + NOISE_PRIOR / 2) / (seen + NOISE_PRIOR), LEAST_NOISE)
        model = Factors(both[:, d], noise.astype(np.float32), both[:, :d])
        size = both**2 / noise[:, None] + np.diagonal(unsure, axis1=1, axis2=2)
        ridge[:d] = np.clip(1 / size.mean(0)[:d], LEAST_RIDGE, MOST_RIDGE)
    return model


def fitted(
    vote: Floats, cast: Floats, dimensions: int, rounds: int = 8, shared: Shared | None = None
) -> Factors:
    """``shared`` are the sums of these votes, where they are known already."""
    known = Shared.of(vote, cast) if shared is None else shared
    return improved(start(known, dimensions), vote, cast, rounds, known)


def logistic(
    model: Factors, vote: Floats, cast: Floats, rounds: int = 6
) -> tuple[Floats, Floats, Floats]:
    """Places, covariances and loadings when each answer is agree or disagree; passes say nothing."""
    n, d = len(vote), model.dimensions
    at = np.flatnonzero(vote.ravel() != 0)  # where a side was taken
    who, what = np.divmod(at, vote.shape[1])
    share = np.clip((1 + model.mean) / 2, 0.05, 0.95)
    bias = np.log(share / (1 - share))
    steep = np.maximum(0.3, 1 - np.clip(model.mean, -0.9, 0.9) ** 2)
    loading = 2 * model.loading / steep[:, None]
    place, spread = places(model, vote, cast)
    halves = vote / 2
    total = halves.sum(0)
    weight = np.zeros_like(vote)
    for step in range(rounds):
        reach = (between(place, loading, who, what) + bias[what]) ** 2
        if step:
            reach += between(spread.reshape(n, d * d), pairs(loading), who, what)
        reach = np.sqrt(reach) + np.float32(1e-4)
        weight.ravel()[at] = np.tanh(reach / 2) / (2 * reach)
        pull = halves @ loading - weight @ (loading * bias[:, None])
        place, spread = solved(weight @ pairs(loading), pull, d)
        moment = np.empty((n, d + 1, d + 1), np.float32)
        moment[:, :d, :d] = spread + place[:, :, None] * place[:, None, :]
        moment[:, :d, d] = moment[:, d, :d] = place
        moment[:, d, d] = 1
        held = (weight.T @ moment.reshape(n, -1)).reshape(-1, d + 1, d + 1)
        held += np.diag([1.0] * d + [0.2]).astype(np.float32)
        both = np.linalg.solve(
            held, np.concatenate([halves.T @ place, total[:, None]], 1)[:, :, None]
        )[:, :, 0]
        loading, bias = both[:, :d], both[:, d]
    return place, spread, loading
