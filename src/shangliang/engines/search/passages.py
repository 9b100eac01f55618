"""The passage of a text that answers a query, with what to mark in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from .fold import fold

WIDTH = 90
STOPS = "。！？；\n\u2029"


@dataclass(frozen=True)
class Piece:
    """A stretch of text, marked or not; a page escapes each by itself."""

    text: str
    hit: bool


def places(folded: str, terms: Sequence[str], most: int = 200) -> list[tuple[int, int]]:
    """Where the terms stand, merged where they touch, in order."""
    found: list[tuple[int, int]] = []
    for term in terms:
        at = folded.find(term) if term else -1
        while at >= 0 and len(found) < most:
            found.append((at, at + len(term)))
            at = folded.find(term, at + len(term))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def best_window(marks: Sequence[tuple[int, int]], width: int = WIDTH) -> int:
    """The start of the stretch that holds most marked characters."""
    best, at = -1, 0
    for n, (start, _) in enumerate(marks):
        held = sum(e - s for s, e in marks[n : n + 20] if e <= start + width)
        if held > best:
            best, at = held, start
    return at


def pieces(text: str, marks: Sequence[tuple[int, int]]) -> list[Piece]:
    """The text cut at the marks."""
    out: list[Piece] = []
    at = 0
    for start, end in marks:
        if start > at:
            out.append(Piece(text[at:start], False))
        out.append(Piece(text[start:end], True))
        at = end
    if at < len(text):
        out.append(Piece(text[at:], False))
    return out


def marked(text: str, terms: Sequence[str]) -> list[Piece]:
    """A whole short text, such as a title, with its hits."""
    return pieces(text, places(fold(text), terms))


def passage(text: str, terms: Sequence[str], width: int = WIDTH) -> list[Piece]:
    """The stretch of a long text with the hits, begun at a sentence where one is near."""
    marks = places(fold(text), terms)
    at = best_window(marks, width) if marks else 0
    start = max(0, at - width // 4)
    for n in range(at, start, -1):
        if text[n - 1] in STOPS:
            start = n
            break
    end = min(len(text), start + width)
    inside = [(s - start, min(e, end) - start) for s, e in marks if s >= start and s < end]
    cut = text[start:end].replace("\n", " ").replace("\u2029", " ")
    out = pieces(cut, inside)
    if start:
        out.insert(0, Piece("…", False))
    if end < len(text):
        out.append(Piece("…", False))
    return out
