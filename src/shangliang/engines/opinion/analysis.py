"""The one door: votes in, an opinion out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from .model import Id, Opinion
from .votes import Ints, Votes

MODES = ("sound", "parity")


def analyse(
    votes: Votes,
    *,
    mode: str = "sound",
    excluded: Iterable[Id] = (),
    meta: Iterable[Id] = (),
    participants: Iterable[Id] | None = None,
    groups: Mapping[Id, Id] | None = None,
    like: Opinion | None = None,
) -> Opinion:
    """What people agree on and what parts them.

    ``excluded``: statements taken out by moderation; ``meta``: those about the person, also left out.
    ``participants``: whom to place in groups (by default those with votes enough). ``groups``: known
    membership, {participant: group}. ``like``: an earlier sound opinion of the same round whose number
    of groups and their stability are kept, so that a running round is redrawn at once (the closing
    answer is asked for without it). ``mode``: "sound", or "parity" for the statistics Polis publishes.
    """
    if mode not in MODES:
        raise ValueError(f"mode is one of {', '.join(MODES)}, not {mode!r}")
    notes = list(votes.notes)
    if votes.revotes:
        notes.append(f"有 {votes.revotes} 次改投，每人对每条观点以最后一次为准。")
    about = _marked(votes, meta)
    out = _marked(votes, excluded) | about
    among = None if participants is None else _places(votes, participants, notes)
    given = None if groups is None else _labels(votes, groups, among, notes)
    if mode == "parity":
        from .parity import answered as published

        return published(votes, out, about, among, given, notes)
    from .sound import answered

    return answered(votes, out, about, among, given, notes, like)


def _marked(votes: Votes, ids: Iterable[Id]) -> NDArray[np.bool_]:
    """By spelling: 12 and "12" name the same statement."""
    named = {str(i) for i in ids}
    if not named:
        return np.zeros(len(votes.statements), dtype=bool)
    return np.fromiter(
        (str(s) in named for s in votes.statements), dtype=bool, count=len(votes.statements)
    )


def _places(votes: Votes, ids: Iterable[Id], notes: list[str]) -> Ints:
    known = {str(person): at for at, person in enumerate(votes.people)}
    named = list(dict.fromkeys(str(i) for i in ids))
    absent = sum(i not in known for i in named)
    if absent:
        notes.append(f"指定的参与者中有 {absent} 人没有投票记录，未计。")
    return np.array(sorted(known[i] for i in named if i in known), dtype=np.int64)


def _labels(
    votes: Votes, groups: Mapping[Id, Id], among: Ints | None, notes: list[str]
) -> tuple[Ints, list[Id]]:
    known = {str(person): at for at, person in enumerate(votes.people)}
    absent = sum(str(person) not in known for person in groups)
    if absent:
        notes.append(f"指定的分组中有 {absent} 人没有投票记录，未计。")
    names = sorted(set(groups.values()), key=lambda g: (isinstance(g, str), g))
    index = {name: at for at, name in enumerate(names)}
    label = np.full(len(votes.people), -1, dtype=np.int64)
    for person, group in groups.items():
        at = known.get(str(person))
        if at is not None:
            label[at] = index[group]
    if among is not None:
        kept = np.zeros(len(label), dtype=bool)
        kept[among] = True
        label[~kept] = -1
    return label, names
