"""A letter's text laid on sheets for the screen: 22 lines of 28 characters (GB/T 9704).

The PDF is the exact one; here lines are counted, so that the reader sees pages, not a scroll.
"""

from dataclasses import dataclass, field
from math import ceil

from ...engines.papers.official import Letter
from ...engines.papers.official.gbt9704 import CHARS_PER_LINE, LINES_PER_PAGE, em_width

# The first page of a letter begins under the red rule and ends above the lower one.
FIRST_PAGE_LINES = 18


@dataclass
class Line:
    """A piece of a paragraph on one page."""

    text: str
    level: str
    continued: bool = False


@dataclass
class Page:
    """One sheet."""

    number: int
    lines: list[Line] = field(default_factory=list)
    ends: bool = False  # carries contact, signature and date


def lines_of(text: str, indent: int = 2) -> int:
    """How many lines a paragraph takes."""
    return max(1, ceil((em_width(text) + indent) / CHARS_PER_LINE))


def cut(text: str, lines: int, indent: int) -> tuple[str, str]:
    """As much of a paragraph as fits in so many lines, and the rest."""
    room = lines * CHARS_PER_LINE - indent
    width = 0.0
    for place, char in enumerate(text):
        width += em_width(char)
        if width > room:
            return text[:place], text[place:]
    return text, ""


def lay(letter: Letter) -> list[Page]:
    """Pages of a letter. A heading is never the last line; the signature never stands alone."""
    pages = [Page(1)]
    # The first page also carries number, title and addressee.
    title_lines = sum(
        max(1, ceil(em_width(t) * 22 / 16 / CHARS_PER_LINE)) for t in letter.title.split("\n")
    )
    left = FIRST_PAGE_LINES - 1 - ceil(title_lines * 1.2) - 2 - 1
    for para in letter.paragraphs:
        text, indent, continued = para.text, 2, False
        while text:
            need = lines_of(text, indent)
            if left <= (1 if para.level in ("h1", "h2") else 0):
                pages.append(Page(len(pages) + 1))
                left = LINES_PER_PAGE
            fits, text = cut(text, left, indent) if need > left else (text, "")
            pages[-1].lines.append(Line(fits, para.level, continued))
            left -= min(need, left)
            continued, indent = True, 0
    tail = 4 + (2 if letter.contact else 0) + (2 if letter.copies else 0)
    if left < tail:
        moved = pages[-1].lines.pop() if len(pages[-1].lines) > 1 else None
        pages.append(Page(len(pages) + 1, [moved] if moved else []))
    pages[-1].ends = True
    return pages
