"""Which sentences of two texts say the same, side by side, and the words they share."""

from __future__ import annotations

from dataclasses import dataclass

from .fold import fold
from .stock import STOCK
from .summary import Quoted, sentences
from .tokens import RUN

ENOUGH = 0.34  # share of the pairs of the shorter sentence
LEAST = 4  # shared pairs


@dataclass(frozen=True)
class Match:
    """A sentence of the one and one of the other, how alike, and the longest words both use."""

    mine: Quoted
    theirs: Quoted
    share: float
    phrases: tuple[str, ...]


def pairs(text: str) -> frozenset[str]:
    found: set[str] = set()
    for piece in STOCK.sub(" ", fold(text)).split():
        for run in RUN.findall(piece):
            found.update(run[i : i + 2] for i in range(len(run) - 1))
    return frozenset(found)


def phrases(one: str, other: str, most: int = 3) -> tuple[str, ...]:
    """The longest runs of characters both have, stock phrases left out."""
    theirs = fold(other)
    found: list[str] = []
    for piece in STOCK.sub(" ", fold(one)).split():
        start = 0
        while start < len(piece) - 1:
            end = start + 2
            if piece[start:end] not in theirs:
                start += 1
                continue
            while end < len(piece) and piece[start : end + 1] in theirs:
                end += 1
            if piece[start:end].isalnum():
                found.append(piece[start:end])
            start = end
    kept: list[str] = []
    for phrase in sorted(dict.fromkeys(found), key=lambda p: (-len(p), p)):
        if len(kept) < most and not any(phrase in k for k in kept):
            kept.append(phrase[:16])
    return tuple(kept)


def matches(mine: str, theirs: str, most: int = 3) -> list[Match]:
    """The most alike sentences, each used once, best first."""
    own = [(s, pairs(s.text)) for s in sentences(mine)]
    other = [(s, pairs(s.text)) for s in sentences(theirs)]
    scored = []
    for s, a in own:
        for t, b in other:
            shared = len(a & b)
            small = min(len(a), len(b))
            if small and shared >= LEAST and shared / small >= ENOUGH:
                scored.append((shared / small * 0.6 + shared / max(len(a), len(b)) * 0.4, s, t))
    scored.sort(key=lambda x: (-x[0], x[1].start, x[2].start))
    out: list[Match] = []
    used: set[tuple[int, int]] = set()
    for share, s, t in scored:
        if (0, s.start) in used or (1, t.start) in used:
            continue
        used |= {(0, s.start), (1, t.start)}
        out.append(Match(s, t, round(share, 2), phrases(s.text, t.text)))
        if len(out) == most:
            break
    return out
