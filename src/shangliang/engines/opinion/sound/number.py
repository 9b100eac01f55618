"""How many dimensions and groups the votes support: each is tried on votes kept back.

A seventh of the votes is kept back, the model fitted to the rest, and asked how likely the kept ones
are. Noise never helps to foretell votes, so on noise the answer is no dimension, one group. A group
more must foretell better by more than the chance of the draw (one standard error over people).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .clusters import clustered
from .factors import Factors, Floats, Shared, between, fitted, pairs, places

MOST_DIMENSIONS, MOST_GROUPS = 6, 8
KEPT_BACK = 1 / 7
SURE = 1.645  # standard errors the first dimension must be worth
SMALL, DEALS = 20_000, 49  # cells; one of fifty on noise stands out by chance
SHRINK = 3.0  # votes of everybody mixed into a group's profile


def parts(cast: Floats, part: int) -> tuple[Floats, Floats]:
    """The votes kept back (1 or 0) in one of seven disjoint parts, and the rest. The deal is fixed."""
    deal = np.random.default_rng(20).random(cast.shape, dtype=np.float32)
    back = cast * ((deal >= part * KEPT_BACK) & (deal < (part + 1) * KEPT_BACK))
    return back, cast - back


class Split:
    """One deal: the votes kept back, the rest, and the models found on the rest alone."""

    def __init__(self, vote: Floats, cast: Floats, part: int, rounds: int) -> None:
        back, self.rest = parts(cast, part)
        self.known = vote * self.rest
        self.who, self.what = np.divmod(np.flatnonzero(back.ravel() != 0), cast.shape[1])
        self.answer = vote[self.who, self.what]
        self._rounds = rounds
        self.shared = Shared.of(self.known, self.rest)
        self._found: dict[int, Factors] = {}

    def model(self, d: int) -> Factors:
        if d not in self._found:
            self._found[d] = fitted(self.known, self.rest, d, self._rounds, self.shared)
        return self._found[d]


def splits(vote: Floats, cast: Floats, draws: int, rounds: int) -> list[Split]:
    return [Split(vote, cast, part, rounds) for part in range(draws)]


def dimensions(vote: Floats, cast: Floats, drawn: list[Split]) -> int:
    """How many dimensions foretell the votes kept back best; 0 when none does."""
    most = min(MOST_DIMENSIONS, cast.shape[1] - 1, len(cast) - 2)
    worth: list[NDArray[Any]] = []
    for d in range(1, most + 1):
        gain = np.zeros(len(vote))
        for split in drawn:
            gain += foretold(split.model(d), split)
        worth.append(gain)
        if d == 1:
            continue
        totals = [float(w.sum()) for w in worth]
        if totals[-1] < max(totals) and totals[-1] < totals[-2] and max(totals) > 0:
            break
        if d >= 3 and max(totals) <= 0:
            break
    if not worth:
        return 0
    best = int(np.argmax([w.sum() for w in worth]))
    total = float(worth[best].sum())
    if total > SURE * _error(worth[best]):
        return best + 1
    return best + 1 if total > 0 and vote.size <= SMALL and stands_out(vote, cast) else 0


def stands_out(vote: Floats, cast: Floats) -> bool:
    """Whether people agree along one direction more than when each statement's votes are dealt anew.

    For rounds so small that the votes kept back say yes, but faintly. Horn (1965), parallel analysis:
    votes of a statement are dealt among those who cast one, so its shares stay as they are.
    """
    rng = np.random.default_rng(3)
    seen = cast.sum(0)
    mean = vote.sum(0) / np.maximum(seen, 1)
    both = np.maximum(cast.T @ cast, 4.0)
    rest = vote - mean * cast
    highest = float(np.linalg.eigvalsh((rest.T @ rest) / both)[-1])
    where = np.argsort(1 - cast, axis=0, kind="stable")  # those who voted first, column by column
    for _ in range(DEALS):
        keys = np.where(cast > 0, rng.random(cast.shape, dtype=np.float32), 2.0)
        dealt = np.zeros_like(rest)
        order = np.argsort(keys, axis=0, kind="stable")
        np.put_along_axis(dealt, where, np.take_along_axis(rest, order, axis=0), axis=0)
        if float(np.linalg.eigvalsh((dealt.T @ dealt) / both)[-1]) >= highest:
            return False
    return True


def _error(gain: NDArray[Any]) -> float:
    """Standard error of a sum over people."""
    return float(np.sqrt(((gain - gain.mean()) ** 2).sum()))


def foretold(model: Factors, split: Split) -> NDArray[Any]:
    """Log likelihood each person's kept votes gain over knowing the statement alone."""
    rest = split.shared
    seen = np.maximum(rest.seen, 1)
    mean = rest.total / seen
    width = np.maximum(rest.power / seen - mean**2, 0) + 0.02
    place, spread = places(model, split.known, split.rest)
    n, d = place.shape
    who, what = split.who, split.what
    expected = model.mean[what] + between(place, model.loading, who, what)
    wide = model.noise[what] + between(spread.reshape(n, d * d), pairs(model.loading), who, what)
    width, mean, cast = width[what], mean[what], split.answer
    gain = np.log(width / wide) + (cast - mean) ** 2 / width - (cast - expected) ** 2 / wide
    return np.bincount(who, weights=gain, minlength=n) / 2


def groups(people: int, d: int, drawn: list[Split], least: int) -> int:
    """How many groups: one more than dimensions, unless another number foretells clearly better."""
    usual = d + 1
    tried = list(range(2, min(MOST_GROUPS, d + 3) + 1))
    worth = {k: np.zeros(people) for k in tried}
    for split in drawn:
        place, spread = places(split.model(d), split.known, split.rest)
        took, net = np.abs(split.known), split.known
        sides = [(took + net) / 2, (took - net) / 2, split.rest - took]
        weight = 1 / np.trace(spread, axis1=1, axis2=2)
        for k in tried:
            label, _ = clustered(place, weight, k)
            if np.bincount(label, minlength=k).min() < least:
                worth[k] -= np.inf
                continue
            worth[k] += _by_profile(label, k, sides, split)
    best = max(tried, key=lambda k: (worth[k].sum(), -k))
    if not np.isfinite(worth[best].sum()):
        return 1
    if usual in worth and np.isfinite(worth[usual].sum()):
        better = worth[best] - worth[usual]
        if better.sum() <= SURE * _error(better):
            return usual
    return best


def _by_profile(label: NDArray[Any], k: int, sides: list[Any], split: Split) -> NDArray[Any]:
    member = np.eye(k, dtype=np.float32)[label]
    counts = [member.T @ side for side in sides]
    total = sum(counts)
    gain = np.zeros(len(label))
    group = label[split.who]
    for answer, count in zip((1, -1, 0), counts, strict=True):
        usual = (count.sum(0) + 0.5) / (total.sum(0) + 1.5)
        chance = (count + SHRINK * usual) / (total + SHRINK)
        at = split.answer == answer
        worth = np.log(chance / usual)[group[at], split.what[at]]
        gain += np.bincount(split.who[at], weights=worth, minlength=len(label))
    return gain
