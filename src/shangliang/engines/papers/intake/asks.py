"""Suggestions told apart: one ask an item."""

from __future__ import annotations

import re

from .proposal_words import ASK_LEAD, compact, unnumbered
from .word_lines import Line

# A number in the middle of a paragraph counts only after a stop or a colon.
_INSIDE = (
    re.compile(r"(?:(?<=^)|(?<=[。；;：:，,\n]))\s*(?=[一二三四五六七八九十]{1,2}是(?!否))"),
    re.compile(r"(?:(?<=^)|(?<=[。；;：:\n]))\s*(?=[（(][一二三四五六七八九十]{1,3}[）)])"),
    re.compile(r"(?:(?<=^)|(?<=[。；;：:\n]))\s*(?=[一二三四五六七八九十]{1,3}、)"),
    re.compile(r"(?:(?<=^)|(?<=[。；;：:\n]))\s*(?=[（(]\d{1,2}[）)])"),
    re.compile(r"(?:(?<=^)|(?<=[。；;：:\n]))\s*(?=\d{1,2}(?:、|．|\.(?!\d)))"),
    re.compile(r"(?=[①-⑳])"),
    re.compile(r"(?:(?<=^)|(?<=[。；;：:\n]))\s*(?=第[一二三四五六七八九十]{1,2}[，,、])"),
)


def split_asks(text: str) -> list[str]:
    """Typed or pasted suggestions to single ones, without their numbers.

    Understands 一是…二是…, 1. 2., （一）（二）, ①②, 第一，第二，; without any number each paragraph is one.
    A lead such as "建议如下：" is left out.
    """
    lines = [Line(part.strip()) for part in text.splitlines() if part.strip()]
    asks, lead = asks_of(lines)
    return [*lead, *asks]


def asks_of(lines: list[Line]) -> tuple[list[str], list[str]]:
    """The asks, and lines before the first numbered one that are no ask themselves."""
    lines = [line for line in lines if not ASK_LEAD.match(compact(line.text))]
    level = _level(lines)
    if not level:
        return _unnumbered_asks(lines), []
    asks: list[str] = []
    lead: list[str] = []
    for line in lines:
        kind, bare = _kind(line)
        if kind == level:
            asks.append(bare)
        elif asks:
            asks[-1] += "\n" + line.text
        else:
            lead.append(line.text)
    if len(lines) == 1:
        return _inside(lines[0].text), []
    return asks, lead


def _kind(line: Line) -> tuple[str, str]:
    kind, bare = unnumbered(line.text)
    if not kind and line.listed:
        return "list", line.text
    return kind, bare


def _level(lines: list[Line]) -> str:
    """The kind of number the first numbered line carries: that is where one ask begins."""
    return next((kind for kind, _ in map(_kind, lines) if kind), "")


def _unnumbered_asks(lines: list[Line]) -> list[str]:
    marked = [line for line in lines if line.marked]
    if len(marked) >= 2 and lines[0].marked and len(marked) < len(lines):
        asks: list[str] = []
        for line in lines:
            if line.marked:
                asks.append(line.text)
            else:
                asks[-1] += "\n" + line.text
        return asks
    if len(lines) == 1:
        return _inside(lines[0].text)
    return [line.text for line in lines]


def _inside(text: str) -> list[str]:
    """Numbers inside one paragraph; what stands before the first stays with the first."""
    for pattern in _INSIDE:
        pieces = [piece.strip() for piece in pattern.split(text) if piece.strip()]
        numbered = [p for p in pieces if unnumbered(p)[0]]
        if len(numbered) < 2:
            continue
        asks = [unnumbered(p)[1].rstrip("；;") for p in pieces if unnumbered(p)[0]]
        before = pieces[0] if not unnumbered(pieces[0])[0] else ""
        if before and not ASK_LEAD.match(compact(before)) and before not in ("建议", "建议："):
            asks[0] = f"{before}{asks[0]}"
        return asks
    return [unnumbered(text)[1]]
