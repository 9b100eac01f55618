"""Page furniture, spaced and full-width glyphs: what is no word of the author's is set aside.

Sources: GB/T 9704-2012 7.5 (page number "— 1 —" at the foot); catalogue of traps, part D.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from .mapped import Mapped, stretch
from .source import Source

_PAGE_NUMBER = re.compile(
    r"^(?:[—–－\-─_·•]{1,3}\s*\d{1,4}\s*[—–－\-─_·•]{1,3}|第\s*\d{1,4}\s*页(?:\s*[，,/共]?\s*共?\s*\d{1,4}\s*页)?|"
    r"\d{1,3}\s*/\s*\d{1,3}|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$"
)
_BARE_NUMBER = re.compile(r"^\d{1,4}$")
# A row of menu words from a printed web page: five or more short words, nothing else.
_MENU = re.compile(r"^(?:[\u4e00-\u9fff]{2,6}\s+){4,}[\u4e00-\u9fff]{2,6}$")
_END = "。！？：；.!?:;"


def furniture(source: Source) -> frozenset[int]:
    """The 0-based lines that are page numbers, running heads or menus, not words of the text."""
    stripped = [line.strip(" \t\u3000\xa0\f\ufeff") for line in source.lines]
    found = {i for i, line in enumerate(stripped) if _PAGE_NUMBER.match(line) or _MENU.match(line)}
    found |= _single_glyphs_beside_menus(stripped, found)
    found |= _bare_page_numbers(source, stripped)
    found |= _running_heads(source, stripped, found)
    return frozenset(found)


def _single_glyphs_beside_menus(stripped: list[str], found: set[int]) -> set[int]:
    menus = [i for i in found if _MENU.match(stripped[i])]
    return {
        j for i in menus for j in (i - 1, i + 1) if 0 <= j < len(stripped) and len(stripped[j]) == 1
    }


def _bare_page_numbers(source: Source, stripped: list[str]) -> set[int]:
    """Numbers alone on a line, growing by one from page to page, at a page's head or foot."""
    if not source.pages:
        return set()
    edges: dict[int, list[int]] = {}
    for i, line in enumerate(stripped):
        if line:
            edges.setdefault(source.pages[i], []).append(i)
    found = {}
    for page, lines in edges.items():
        for i in {lines[0], lines[-1]}:
            if _BARE_NUMBER.match(stripped[i]):
                found[page, int(stripped[i])] = i
    return {
        i
        for (page, number), i in found.items()
        if (page - 1, number - 1) in found or (page + 1, number + 1) in found
    }


def _running_heads(source: Source, stripped: list[str], numbers: set[int]) -> set[int]:
    """Short lines that come back beside page numbers or at page edges, at least three times."""
    beside: Counter[str] = Counter()
    for i in _page_edges(source, stripped, numbers):
        line = stripped[i]
        if 2 <= len(line) <= 40 and line[-1] not in _END and i not in numbers:
            key = re.sub(r"\d+", "0", line)
            beside[key] += 1
    heads = {key for key, times in beside.items() if times >= 3}
    return {i for i, line in enumerate(stripped) if heads and re.sub(r"\d+", "0", line) in heads}


def _page_edges(source: Source, stripped: list[str], numbers: set[int]) -> set[int]:
    filled = [i for i, line in enumerate(stripped) if line]
    edges: set[int] = set()
    for rank, i in enumerate(filled):
        if i in numbers:
            edges.update(filled[max(0, rank - 1) : rank])
            edges.update(filled[rank + 1 : rank + 2])
        if source.pages and rank and source.pages[i] != source.pages[filled[rank - 1]]:
            edges.update((i, filled[rank - 1]))
    return edges


# -- glyphs ------------------------------------------------------------------------------------


def _safe_table() -> dict[int, str]:
    """NFKC where one glyph becomes one glyph and no Chinese punctuation is touched."""
    table = {ord("○"): "〇", ord("Ｏ"): "O", 0x3000: " ", 0xA0: " ", 0xFEFF: " ", ord("﹪"): "%"}
    for code in [*range(0xFF01, 0xFF5F), *range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00)]:
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and chr(code) not in "，：；？！（）～｜":
            table[code] = plain
    for dash in "−﹣":
        table[ord(dash)] = "-"
    return table


SAFE = _safe_table()
_BLANKS = re.compile("[ \t\u200b\u200c\u200d\f]+")


def _needless(text: str) -> list[tuple[int, int]]:
    """Blanks, but for those that divide two Latin words ("AI cloud", "EFlops 60")."""
    return [
        match.span()
        for match in _BLANKS.finditer(text)
        if not (
            _is_latin(text[match.start() - 1 : match.start()])
            and _divides(text[match.end() : match.end() + 1])
        )
    ]


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


def _divides(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def cleaned_line(source: Source, number: int, start: int = 0, end: int | None = None) -> Mapped:
    """One 0-based source line, or columns ``start:end`` of it: safe glyphs, no needless blanks."""
    first = source.starts[number]
    stop = len(source.lines[number]) if end is None else end
    raw = stretch(source, first + start, first + stop).replaced(SAFE)
    return _chinese_stops(raw.without(_needless(raw.text)))


_HALF_STOPS = re.compile(r"(?<=[\u4e00-\u9fff”》）%])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff“《])")
_WIDE = dict(zip(",;:!?()", "，；：！？（）", strict=True))


def _chinese_stops(line: Mapped) -> Mapped:
    """Half-width stops beside Chinese characters, one for one: "增长5%,其中" reads "增长5%，其中"."""
    if not _HALF_STOPS.search(line.text):
        return line
    text = _HALF_STOPS.sub(lambda found: _WIDE[found.group()], line.text)
    return Mapped(line.source, text, line.at)


def indent_of(line: str) -> int:
    """How far a line is set in, in half-width columns."""
    width = 0
    for sign in line:
        if sign == "\u3000":
            width += 2
        elif sign in " \xa0\t":
            width += 1
        else:
            break
    return width
