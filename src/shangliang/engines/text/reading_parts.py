"""What a reading is made of, and the words and lines of its places."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from .dates import Anchor, DateFound
from .findings import Findings, Place
from .mapped import Span
from .outline import Heading
from .quantities import Quantity
from .source import Source
from .speeches import Speech
from .wraps import Paragraph


@dataclass
class Read:
    """One speech with its outline, its anchor and what its paragraphs hold."""

    speech: Speech
    outline: list[Heading]
    anchor: Anchor = field(default_factory=Anchor)
    dates: list[list[DateFound]] = field(default_factory=list)
    quantities: list[list[Quantity]] = field(default_factory=list)


@dataclass
class Reading:
    """Everything read from one source."""

    source: Source
    documents: list[Read]
    findings: Findings


def words_of(paragraph: Paragraph, span: Span) -> str:
    return paragraph.words.words(span.start, span.end)


def lines_of(paragraph: Paragraph, span: Span) -> tuple[int, int]:
    return paragraph.words.lines(span.start, span.end)


def place_of(document: int, rank: int, paragraph: Paragraph, span: Span) -> Place:
    return Place(document, rank, span.start, span.end, lines_of(paragraph, span))


class Sections:
    """Which heading a place stands under, as "一、（二）" with the innermost words."""

    def __init__(self, document: Read) -> None:
        self.outline = document.outline
        self.body = document.speech.body
        self.keys = [(h.paragraph, h.marker.start) for h in self.outline]
        self.paths: list[str] = []
        open_ones: list[Heading] = []
        for heading in self.outline:
            while open_ones and open_ones[-1].level >= heading.level:
                open_ones.pop()
            open_ones.append(heading)
            self.paths.append(" ".join(self._label(h) for h in open_ones))

    def _label(self, heading: Heading) -> str:
        words = self.body[heading.paragraph].words.words(heading.start, heading.end)
        return heading.marker.words + (words if len(words) <= 24 else words[:24] + "…")

    def at(self, paragraph: int, start: int) -> str:
        """The section of a place, "" before the first heading."""
        rank = bisect_right(self.keys, (paragraph, start)) - 1
        return self.paths[rank] if rank >= 0 else ""
