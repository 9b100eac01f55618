"""Sentences and clauses of a cleaned text, as spans."""

from __future__ import annotations

from .mapped import Span

_STOPS = "。！？!?"
_CLOSERS = "”’」』）)】》"


def sentences(text: str) -> list[Span]:
    """Stretches that end in 。！？ (closing quotes included). A stop inside brackets ends nothing."""
    out: list[Span] = []
    start = depth = 0
    at, size = 0, len(text)
    while at < size:
        sign = text[at]
        if sign in "（(":
            depth = (
                depth + 1
                if text.find("）", at, at + 300) >= 0 or text.find(")", at, at + 300) >= 0
                else 0
            )
        elif sign in "）)":
            depth = max(0, depth - 1)
        elif sign in _STOPS and not depth:
            while at + 1 < size and text[at + 1] in _CLOSERS + _STOPS:
                at += 1
            out.append(Span(start, at + 1))
            start = at + 1
        at += 1
    if text[start:].strip():
        out.append(Span(start, size))
    return out


def clauses(text: str, span: Span, stops: str = "；;") -> list[Span]:
    """Parts of a sentence between semicolons (or other ``stops``), outside brackets."""
    out: list[Span] = []
    start, depth = span.start, 0
    for at in range(span.start, span.end):
        sign = text[at]
        if sign in "（(《":
            depth += 1
        elif sign in "）)》":
            depth = max(0, depth - 1)
        elif sign in stops and not depth:
            out.append(Span(start, at + 1))
            start = at + 1
    if start < span.end:
        out.append(Span(start, span.end))
    return out


def around(text: str, at: int) -> Span:
    """The sentence a place lies in, found without reading the rest of the text."""
    start = max((text.rfind(stop, 0, at) for stop in _STOPS), default=-1) + 1
    ends = [e for e in (text.find(stop, at) for stop in _STOPS) if e >= 0]
    return Span(start, min(ends) + 1 if ends else len(text))
