"""The source in its own characters, paragraph by paragraph, every line with an address.

Nothing of the source is hidden: lines that are no text of a speech (heads, ornaments, titles said
twice) stand as loose paragraphs between the others.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from ...engines.text.engine import Reading
from ...engines.text.mapped import Mapped
from ...engines.text.source import Source


@dataclass
class Para:
    """A paragraph to be shown. ``places[i]``: where character i of the cleaned words stands in ``text``."""

    part: int
    text: str
    first: int
    last: int
    breaks: list[list[int]]
    page: int = 0
    level: int = 0
    loose: bool = False
    places: list[int] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Places in ``text`` of a stretch of the cleaned words."""
        if not self.places:
            return 0, len(self.text)
        start = min(start, len(self.places) - 1)
        end = min(max(end, start + 1), len(self.places))
        return self.places[start], self.places[end - 1] + 1


def own_words(words: Mapped) -> tuple[str, list[int], list[list[int]]]:
    """(the source's characters with wraps joined and inner blanks kept, places, line breaks)."""
    source = words.source
    out: list[str] = []
    places: list[int] = []
    breaks: list[list[int]] = []
    size, before, line = 0, -1, -1
    for offset in words.at:
        if before >= 0 and 1 < offset - before <= 40:
            between = source.text[before + 1 : offset]
            if between.isspace() and "\n" not in between:
                out.append(between)
                size += len(between)
        here = source.line_of(offset)
        if here != line:
            breaks.append([size, here])
            line = here
        places.append(size)
        out.append(source.text[offset])
        size += 1
        before = offset
    return "".join(out), places, breaks


def paragraphs(reading: Reading) -> tuple[list[Para], dict[tuple[int, int], Para]]:
    """Every paragraph in source order, and the body paragraphs by (document, rank)."""
    source = reading.source
    found: list[Para] = []
    by_rank: dict[tuple[int, int], Para] = {}
    covered = bytearray(len(source.lines) + 2)
    for number, document in enumerate(reading.documents):
        heads = {h.paragraph: h.level for h in reversed(document.outline) if not h.inline}
        for rank, paragraph in enumerate(document.speech.body):
            text, places, breaks = own_words(paragraph.words)
            for _, line in breaks:
                covered[line] = 1
            row = Para(
                number + 1,
                text,
                paragraph.first,
                paragraph.last,
                breaks,
                source.pages[paragraph.first - 1] if source.pages else 0,
                min(heads.get(rank, 0), 6) if len(text) <= 90 else 0,
                places=places,
            )
            found.append(row)
            by_rank[number, rank] = row
    found += loose(source, reading, covered)
    found.sort(key=lambda row: row.breaks[0][1] if row.breaks else row.first)
    return found, by_rank


def loose(source: Source, reading: Reading, covered: bytearray) -> list[Para]:
    """Lines that belong to no speech's text, each on its own; they go with the speech they precede."""
    starts = [document.speech.lines[0] for document in reading.documents]
    out = []
    for number, line in enumerate(source.lines, 1):
        if covered[number] or not line.strip():
            continue
        part = max(1, bisect_right(starts, number))
        page = source.pages[number - 1] if source.pages else 0
        out.append(Para(part, line.strip(), number, number, [[0, number]], page, loose=True))
    return out
