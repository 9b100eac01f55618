"""By when a task is due: the date in its words, or in the words just before."""

from __future__ import annotations

import re

from .dates import DateFound
from .mapped import Span
from .wraps import Paragraph

_PASTWARD = re.compile(r"去年|上年|前年|近|以来|昨|上月")


_BY = re.compile(r"^(?:底?之?前|以前|之内|以内|底|末)")


# "一周内", "3个工作日内", "春节前": a limit that names no day.
_SOON = re.compile(
    r"(?:每(?:个?月|季度?|周|年)[^，。；\d]{0,3}\d{0,2}[日号]?之?前|[一二两三四五六七八九十半\d]{1,3}个?(?:工作日|日|天|周|星期|月|季度|年)(?:之|以)?内|(?:春节|元旦|国庆节?|中秋节?|五一|端午节?|清明节?|汛期|两会|开学|供暖季)(?:之|以)?前)"
)


def limit_in(text: str, span: Span, dates: list[DateFound]) -> DateFound | None:
    """The date by which: the last "…前" in the span, else its first date that is not past."""
    inside = [d for d in dates if d.start >= span.start and d.end <= span.end + 2]
    inside = [
        d
        for d in inside
        if not _PASTWARD.search(d.words) and not text[d.end : d.end + 2].startswith("以来")
    ]
    strict = [
        d
        for d in inside
        if _BY.match(text[d.end : d.end + 3])
        or re.search(r"(?:到|至|于|在)$", text[max(0, d.start - 1) : d.start])
        or d.words.endswith(("底", "末", "年内"))
    ]
    if strict:
        return strict[0]
    soon = _SOON.search(text, span.start, span.end)
    if soon:
        return DateFound(soon.start(), soon.end(), soon.group(), "relative")
    near = [d for d in inside if not re.match(r"今天|当前|年初", d.words)]
    return near[0] if near else None


def limit_before(text: str, span: Span, dates: list[DateFound]) -> DateFound | None:
    """The date of the sentence just before: "论坛5月召开。…开好这次会议"."""
    before = [d for d in dates if span.start - 120 <= d.start < span.start]
    return before[-1] if before else None


def limit_words(paragraph: Paragraph, limit: DateFound) -> str:
    text = paragraph.text
    more = re.match(r"底?之?前|以前|之内|以内|底|末", text[limit.end : limit.end + 3])
    end = limit.end + (more.end() if more else 0)
    return paragraph.words.words(limit.start, end)


def due_of(limit: DateFound | None) -> str:
    return limit.last.isoformat() if limit and limit.last else ""


def reach_back(text: str, start: int) -> int:
    """A date may stand just before the demand ("下半年，将组织…"), within its sentence."""
    back = max(0, start - 12)
    return max(back, 1 + max(text.rfind(stop, back, start) for stop in "。！？；"))
