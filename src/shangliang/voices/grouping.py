"""Grouping free texts of firms by matter: by the words of the rules, with the words shown as reason.

A suggestion only; a person settles it (E9).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .rules import Matter


@dataclass(frozen=True)
class Guess:
    """A class and the words that led to it; no code when nothing was recognised."""

    code: str
    words: tuple[str, ...]

    @property
    def why(self) -> str:
        return "提到" + "".join(f"“{w}”" for w in self.words[:3]) if self.words else "没有认出"


def guess(text: str, matters: Iterable[Matter]) -> Guess:
    """The class most of whose words stand in the text; the one named first wins a tie."""
    best: tuple[int, int, Guess] | None = None
    for matter in matters:
        found = tuple(w for w in (matter.name, *matter.words) if w in text)
        found = tuple(dict.fromkeys(found))
        if not found:
            continue
        first = min(text.index(w) for w in found)
        rank = (-len(found), first)
        if best is None or rank < best[:2]:
            best = (*rank, Guess(matter.code, found))
    return best[2] if best else Guess("", ())
