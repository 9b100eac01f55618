"""What to ask next: which statements would tell most, never which answer is wanted.

A statement is asked sooner when few have seen it and when its answers show where people stand. What a
person has answered so far matters only by which statements they were, not by the answers: two people
who saw the same statements are asked the same next ones, so nobody is led.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from .model import Id, Opinion
from .votes import Ints

Floats = NDArray[np.float64]
FIRST = 0.6  # of a person's questions find their place, the others fill what few have seen
SHARP, FILL = 6.0, 2.0  # chosen on simulated rounds, see bench/opinion
FAINT = 0.02  # statements that tell less than this of a place tell nothing


def weights(seen: Ints, telling: Floats) -> Floats:
    """How gladly each statement is asked of somebody new, larger is sooner; they sum to the number.

    ``seen`` counts the votes on it, ``telling`` (statements x dimensions) what its answers tell.
    """
    if not len(seen):
        return np.zeros(0)
    new = np.eye(telling.shape[1])
    place, fill = placing(seen, telling, new), filling(seen)
    # summed in order of size, so that the order of statements changes nothing
    place, fill = (w * (len(w) / np.sort(w).sum()) for w in (place, fill))
    return np.asarray(FIRST * place + (1 - FIRST) * fill)


def placing(seen: Ints, telling: Floats, known: Floats) -> Floats:
    """Statements that show where a person stands, given what is known of the place (a precision)."""
    gain = np.log1p(np.maximum(((telling @ np.linalg.inv(known)) * telling).sum(1), 0))
    if gain.max(initial=0.0) < FAINT:
        return filling(seen)
    return np.asarray((gain / gain.max()) ** SHARP / (seen + 1.0) ** 0.25 + 1e-9)


def filling(seen: Ints) -> Floats:
    """Statements few have seen."""
    return np.asarray(1 / (seen + 1.0) ** FILL)


def next_statements(
    opinion: Opinion,
    answered: Collection[Id],
    number: int = 1,
    *,
    seed: int,
    open_to: Collection[Id] | None = None,
    seen: Mapping[Id, int] | None = None,
    planned: int = 20,
) -> list[Id]:
    """The next ``number`` statements for somebody who has ``answered`` some, drawn by weight.

    ``open_to`` limits them (statements added since the opinion are asked like any unseen one);
    ``seen`` gives newer counts of votes than the opinion; ``planned`` is how many questions a person
    is likely to answer. The same ``seed`` draws the same ones: keep
    it with the person's session, so that the order shown can be checked afterwards.
    """
    done = set(answered)
    places = [s for s in (opinion.priorities if open_to is None else open_to) if s not in done]
    if not places:
        return []
    width = max((len(v) for v in opinion.telling.values()), default=1)
    nothing = (0.0,) * width
    told = np.array([opinion.telling.get(s, nothing) for s in places])
    mine = np.array([opinion.telling.get(s, nothing) for s in done]).reshape(-1, width)
    known = np.eye(width) + mine.T @ mine
    counts = np.array([_seen(opinion, seen, s) for s in places])
    rng = np.random.default_rng(seed)
    chosen: list[Id] = []
    free = np.ones(len(places), dtype=bool)
    for turn in range(min(number, len(places))):
        early = len(done) + turn < FIRST * planned
        weight = placing(counts, told, known) if early else filling(counts)
        weight = np.where(free, weight, 0.0)
        at = int(np.searchsorted(np.cumsum(weight), rng.random() * weight.sum(), side="right"))
        at = min(at, len(places) - 1) if free[min(at, len(places) - 1)] else int(free.argmax())
        chosen.append(places[at])
        free[at] = False
        known = known + np.outer(told[at], told[at])
    return chosen


def _seen(opinion: Opinion, newer: Mapping[Id, int] | None, statement: Id) -> int:
    if newer is not None and statement in newer:
        return newer[statement]
    row = opinion.table.get(statement)
    return 0 if row is None else row.everyone.seen
