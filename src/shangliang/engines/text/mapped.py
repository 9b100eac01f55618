"""Cleaned words that remember, character by character, where they stand in the source."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from .source import Source


@dataclass(frozen=True)
class Span:
    """A stretch ``start:end`` of a cleaned text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, at: int) -> bool:
        """Whether a place lies inside."""
        return self.start <= at < self.end

    def meets(self, other: Span) -> bool:
        """Whether two stretches share a character."""
        return self.start < other.end and other.start < self.end


class Mapped:
    """Cleaned text; ``at[i]`` is the source offset of its character ``i``.

    Cleaning only drops characters or puts one in the place of one, so that every later finding can
    be shown in the source's own words and on the source's own lines.
    """

    __slots__ = ("at", "source", "text")

    def __init__(self, source: Source, text: str, at: array[int]) -> None:
        if len(text) != len(at):
            raise ValueError("each character needs its place")
        self.source = source
        self.text = text
        self.at = at

    def __len__(self) -> int:
        return len(self.text)

    def part(self, start: int, end: int) -> Mapped:
        """A stretch of it, still knowing its places."""
        return Mapped(self.source, self.text[start:end], self.at[start:end])

    def without(self, gone: Iterable[tuple[int, int]]) -> Mapped:
        """The same without some stretches, given in order."""
        text: list[str] = []
        at = array("I")
        last = 0
        for start, end in [*gone, (len(self.text), len(self.text))]:
            text.append(self.text[last:start])
            at.extend(self.at[last:start])
            last = end
        return Mapped(self.source, "".join(text), at)

    def replaced(self, table: dict[int, str]) -> Mapped:
        """Each character put in the place of one other (``str.translate`` with single letters)."""
        return Mapped(self.source, self.text.translate(table), self.at)

    def words(self, start: int, end: int) -> str:
        """The source's own characters of a stretch: glyphs and inner blanks kept, wraps joined."""
        out: list[str] = []
        before = -1
        text = self.source.text
        for place in self.at[start:end]:
            if before >= 0 and 1 < place - before <= 40:
                between = text[before + 1 : place]
                if between.isspace() and "\n" not in between:
                    out.append(between)
            out.append(text[place])
            before = place
        return "".join(out)

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """First and last 1-based source line of a stretch."""
        places = self.at[start : max(end, start + 1)]
        if not places:
            return (0, 0)
        return self.source.line_of(min(places)), self.source.line_of(max(places))


def joined(source: Source, parts: Iterable[Mapped]) -> Mapped:
    """Several pieces one after the other."""
    text: list[str] = []
    at = array("I")
    for part in parts:
        text.append(part.text)
        at.extend(part.at)
    return Mapped(source, "".join(text), at)


def stretch(source: Source, start: int, end: int) -> Mapped:
    """A piece of the source, not yet cleaned."""
    return Mapped(source, source.text[start:end], array("I", range(start, end)))
