"""A text as it came in: lines, pages and the places of both, never changed afterwards."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Source:
    """The words of one file, line by line.

    ``text`` holds the lines joined by "\\n"; every place in this package is an offset into it.
    ``pages`` gives, for each line, its 1-based page, or is empty where the file has no pages.
    """

    lines: tuple[str, ...]
    pages: tuple[int, ...] = ()
    text: str = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line) + 1
        object.__setattr__(self, "text", "\n".join(self.lines))
        object.__setattr__(self, "starts", tuple(starts))

    def line_of(self, offset: int) -> int:
        """The 1-based line an offset stands on."""
        return bisect_right(self.starts, offset)

    def column_of(self, offset: int) -> int:
        """The 0-based character of its line an offset stands on."""
        return offset - self.starts[self.line_of(offset) - 1]

    def page_of(self, offset: int) -> int:
        """The 1-based page of an offset; 0 where the file has no pages."""
        return self.pages[self.line_of(offset) - 1] if self.pages else 0


def source_of_text(text: str) -> Source:
    """Pasted or decoded text as a source; a form feed begins a new page, as in printed PDFs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    lines = text.split("\n")
    if "\f" not in text:
        return Source(tuple(lines))
    pages, page = [], 1
    for line in lines:
        page += line.count("\f")
        pages.append(page)
    return Source(tuple(lines), tuple(pages))


def source_of_pages(pages: list[str]) -> Source:
    """One text a page, as a PDF gives it, as a source."""
    lines: list[str] = []
    numbers: list[int] = []
    for number, page in enumerate(pages, start=1):
        for line in page.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n"):
            lines.append(line.replace("\f", " "))
            numbers.append(number)
    return Source(tuple(lines), tuple(numbers))
