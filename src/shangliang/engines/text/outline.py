"""The outline of one speech: levels by local sequence, not by a fixed table of signs.

The same 一是 may be a heading's child in one speech and its top level in the next; 二要 may be the
sister of 一是 or its child. What decides is which open list waits for this number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .markers import Marker, block_marker, inline_markers
from .wraps import Paragraph

_BLOCK_STYLES = ("part", "ordinal", "comma", "bracket", "digit", "digit_bracket", "circle")
_SAID = frozenset({"是", "要", "问", "靠", "抓", "看"})
_HEAD_END = re.compile("[。；;！？]")
MOST_HEADING = 80


@dataclass(frozen=True)
class Heading:
    """One line of the outline; ``start:end`` are its words in paragraph ``paragraph``.

    ``body`` is where the text under it ends, as (paragraph, end).
    """

    level: int
    marker: Marker
    paragraph: int
    start: int
    end: int
    inline: bool


@dataclass
class _List:
    style: str
    last: int
    level: int
    paragraph: int
    items: list[int]


class _Levels:
    """Open headings and lists, from the outside in."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, int]] = []
        self.seen: dict[str, int] = {}
        self.lists: list[_List] = []
        self.found: list[tuple[int, Marker, int, bool, str]] = []
        self.dropped: set[int] = set()

    # -- headings that open a paragraph ---------------------------------------------------------

    def block(self, marker: Marker, paragraph: int) -> bool:
        styles = [style for style, _ in self.blocks]
        if marker.style in styles:
            at = styles.index(marker.style)
            last = self.blocks[at][1]
            if (
                marker.number != last + 1
                and marker.number != 1
                and not 0 < marker.number - last <= 3
            ):
                return False
            self.blocks = [*self.blocks[:at], (marker.style, marker.number)]
        else:
            known = self.seen.get(marker.style, 0)
            if marker.number > 1 and marker.number != known + 1 and marker.number > 3:
                return False
            self.blocks.append((marker.style, marker.number))
        self.seen[marker.style] = marker.number
        self._close_lists(0)
        self.found.append((len(self.blocks), marker, paragraph, False, ""))
        return True

    # -- items inside a paragraph ---------------------------------------------------------------

    def item(self, marker: Marker, paragraph: int, introduced: bool) -> None:
        if marker.style == "last":
            self._last_item(marker, paragraph)
        elif marker.number == 1:
            self._first_item(marker, paragraph, introduced)
        else:
            self._next_item(marker, paragraph)

    def _record(self, level: int, marker: Marker, paragraph: int) -> int:
        self.found.append((level, marker, paragraph, True, marker.style))
        return len(self.found) - 1

    def _first_item(self, marker: Marker, paragraph: int, introduced: bool) -> None:
        while self.lists and self.lists[-1].style == marker.style:
            self._close_lists(len(self.lists) - 1)
        if (
            introduced
            and self.lists
            and self.lists[-1].last >= 2
            and self.lists[-1].paragraph == paragraph
        ):
            self._close_lists(len(self.lists) - 1)
        level = self.lists[-1].level + 1 if self.lists else len(self.blocks) + 1
        self.lists.append(_List(marker.style, 1, level, paragraph, []))
        self.lists[-1].items.append(self._record(level, marker, paragraph))

    def _next_item(self, marker: Marker, paragraph: int) -> None:
        at = self._waiting(marker)
        if at is None:
            return
        self._close_lists(at + 1)
        here = self.lists[at]
        here.last, here.paragraph = marker.number, paragraph
        here.items.append(self._record(here.level, marker, paragraph))

    def _waiting(self, marker: Marker) -> int | None:
        ranks = range(len(self.lists) - 1, -1, -1)
        fits = [r for r in ranks if self.lists[r].last == marker.number - 1]
        for rank in fits:
            if self.lists[rank].style == marker.style:
                return rank
        for rank in fits:
            if self.lists[rank].style in _SAID and marker.style in _SAID:
                return rank
        return None

    def _last_item(self, marker: Marker, paragraph: int) -> None:
        if self.lists and self.lists[-1].last >= 2 and self.lists[-1].paragraph == paragraph:
            here = self.lists[-1]
            here.items.append(self._record(here.level, marker, paragraph))
            self._close_lists(len(self.lists) - 1)

    def _close_lists(self, keep: int) -> None:
        """Close inner lists; one that never got a second item was no list ("原因之一是")."""
        for closed in self.lists[keep:]:
            if len(closed.items) < 2:
                self.dropped.update(closed.items)
        del self.lists[keep:]

    def finish(self) -> list[tuple[int, Marker, int, bool, str]]:
        self._close_lists(0)
        return [entry for rank, entry in enumerate(self.found) if rank not in self.dropped]


def outline_of(paragraphs: list[Paragraph]) -> list[Heading]:
    """The headings and list items of one speech, in order, with their levels."""
    levels = _Levels()
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        opening = block_marker(text)
        if opening and opening.style in ("circle", "digit_bracket") and _inside_list(text, opening):
            opening = None
        start = 0
        if opening and levels.block(opening, number):
            start = opening.end
        for marker in inline_markers(text):
            if marker.start >= start:
                levels.item(marker, number, _is_introduced(text, marker))
    found = levels.finish()
    return [
        Heading(
            level, marker, number, *_words_of(paragraphs[number].text, marker, found, rank), inline
        )
        for rank, (level, marker, number, inline, _) in enumerate(found)
    ]


def _inside_list(text: str, opening: Marker) -> bool:
    """①…；②…； in one paragraph are items of it, not headings."""
    return sum(m.style == opening.style for m in inline_markers(text)) > 1


def _is_introduced(text: str, marker: Marker) -> bool:
    """Whether words of its own lead into the list: "以五个对标为方法，一要…"."""
    before = text[: marker.start]
    return (
        bool(before)
        and before[-1] in "，：:,"
        and bool(re.search(r"[。；！？][^。；！？]{4,40}$", before))
    )


def _words_of(
    text: str, marker: Marker, found: list[tuple[int, Marker, int, bool, str]], rank: int
) -> tuple[int, int]:
    """Where a heading's own words begin and end: up to the first stop or the next item."""
    start = marker.end
    stop = _HEAD_END.search(text, start)
    end = stop.start() if stop else len(text)
    if rank + 1 < len(found) and found[rank + 1][2] == found[rank][2]:
        end = min(end, found[rank + 1][1].start)
    while end > start and text[end - 1] in "，、：:,":
        end -= 1
    return start, end
