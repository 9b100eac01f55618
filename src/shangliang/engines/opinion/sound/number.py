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
from .factors import Factors, Floats, improved, places, start

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


def dimensions(vote: Floats, cast: Floats, draws: int, rounds: int) -> int:
    """How many dimensions foretell the votes kept back best; 0 when none does."""
    most = min(MOST_DIMENSIONS, cast.shape[1] - 1, len(cast) - 2)
    drawn = [parts(cast, part) for part in range(draws)]
    worth: list[NDArray[Any]] = []
    for d in range(1, most + 1):
        gain = np.zeros(len(vote))
        for back, rest in drawn:
            model = improved(start(vote * rest, rest, d), vote * rest, rest, rounds)
            gain += foretold(model, vote, back, rest)
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


def foretold(model: Factors, vote: Floats, back: Floats, rest: Floats) -> NDArray[Any]:
    """Log likelihood each person's kept votes gain over knowing the statement alone."""
    known = vote * rest
    seen = np.maximum(rest.sum(0), 1)
    mean = known.sum(0) / seen
    width = np.maximum((known * known).sum(0) / seen - mean**2, 0) + 0.02
    place, spread = places(model, known, rest)
    n, d = place.shape
    expected = model.mean + place @ model.loading.T
    loading = model.loading
    both = (loading[:, :, None] * loading[:, None, :]).reshape(len(loading), d * d)
    wide = model.noise + spread.reshape(n, d * d) @ both.T
    gain = np.log(width / wide) + (vote - mean) ** 2 / width - (vote - expected) ** 2 / wide
    return np.asarray((back * gain).sum(1) / 2, dtype=np.float64)


def groups(vote: Floats, cast: Floats, d: int, draws: int, rounds: int, least: int) -> int:
    """How many groups: one more than dimensions, unless another number foretells clearly better."""
    usual = d + 1
    tried = list(range(2, min(MOST_GROUPS, d + 3) + 1))
    worth = {k: np.zeros(len(vote)) for k in tried}
    sides = [(vote > 0), (vote < 0), (vote == 0)]
    for part in range(draws):
        back, rest = parts(cast, part)
        model = improved(start(vote * rest, rest, d), vote * rest, rest, rounds)
        place, spread = places(model, vote * rest, rest)
        weight = 1 / np.trace(spread, axis1=1, axis2=2)
        for k in tried:
            label, _ = clustered(place, weight, k)
            if np.bincount(label, minlength=k).min() < least:
                worth[k] -= np.inf
                continue
            worth[k] += _by_profile(label, k, sides, back, rest)
    best = max(tried, key=lambda k: (worth[k].sum(), -k))
    if not np.isfinite(worth[best].sum()):
        return 1
    if usual in worth and np.isfinite(worth[usual].sum()):
        better = worth[best] - worth[usual]
        if better.sum() <= SURE * _error(better):
            return usual
    return best


def _by_profile(
    label: NDArray[Any], k: int, sides: list[Any], back: Floats, rest: Floats
) -> NDArray[Any]:
    member = np.eye(k, dtype=np.float32)[label]
    counts = [member.T @ (rest * side) for side in sides]
    total = sum(counts)
    gain = np.zeros(len(label))
    base = [(count.sum(0) + 0.5) / (total.sum(0) + 1.5) for count in counts]
    for side, count, usual in zip(sides, counts, base, strict=True):
        chance = (count + SHRINK * usual) / (total + SHRINK)
        gain += (back * side * np.log(chance / usual)[label]).sum(1)
    return gain
