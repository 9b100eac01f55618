"""The signs that open a heading or a list item, and their false friends.

Source: GB/T 9704-2012 7.3.3 (一、（一）1.（1）) and what speeches use beside: 第一，／一是／一要／①.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CN = "一二三四五六七八九十"
_CN_NUMBER = f"(?:[{_CN}]{{1,3}})"


@dataclass(frozen=True)
class Marker:
    """A sign at ``start:end``: its ``style``, its number (0 = "the last one"), the words of it."""

    start: int
    end: int
    style: str
    number: int
    words: str


def chinese_number(words: str) -> int:
    """一 to 九十九 (and Arabic digits) as a number; 0 for anything else."""
    if words.isdigit():
        return int(words)
    if not words or any(sign not in _CN for sign in words):
        return 0
    if "十" not in words:
        return _CN.index(words) + 1 if len(words) == 1 else 0
    tens, _, ones = words.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 0
    return (_CN.index(tens) + 1 if tens else 1) * 10 + (_CN.index(ones) + 1 if ones else 0)


# Signs that open a paragraph. The order decides where two fit.
BLOCKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "part",
        re.compile(rf"第({_CN_NUMBER}|\d{{1,2}})(?:部分|章|编|节)(?=[\s：:、，]|[\u4e00-\u9fff])"),
    ),
    ("ordinal", re.compile(rf"第({_CN_NUMBER})(?:[，,、：:]|个方面[，,：:])")),
    # "一、二产业" and "三、四线" are no headings.
    (
        "comma",
        re.compile(
            rf"({_CN_NUMBER})(?:、|．|\.)(?![{_CN}]{{1,3}}(?:产业|线城|季度|月|年|级|次|期|是))"
        ),
    ),
    ("bracket", re.compile(rf"[（(]({_CN_NUMBER})[）)]")),
    # "2.4亿人次" and "1、2号" are numbers.
    ("digit", re.compile(r"(\d{1,2})(?:[.．、](?!\d)|[）)](?=[\u4e00-\u9fff]))")),
    ("digit_bracket", re.compile(r"[（(](\d{1,2})[）)]")),
    ("circle", re.compile(r"([①-⑳])")),
)
_INLINE = re.compile(
    rf"(?P<circle>[①-⑳])|[（(](?P<digit_bracket>\d{{1,2}})[）)]|"
    rf"(?P<said>{_CN_NUMBER})(?P<verb>是|要|问|靠|抓|看)|(?P<last>最后一(?:个|条|点)|最后一是)"
)
# What may stand before an item inside a paragraph: a stop, a comma, or nothing.
_BEFORE = "。；;：:！？!?，,、”’）)…即"
_NEVER_AFTER = "第之十百千万其每唯统不"
_AFTER_IS = re.compile(r"(?:是否|要是)")


def block_marker(text: str) -> Marker | None:
    """The sign a paragraph begins with, if it begins with one."""
    for style, pattern in BLOCKS:
        found = pattern.match(text)
        if found:
            words = found.group(1)
            number = ord(words) - ord("①") + 1 if style == "circle" else chinese_number(words)
            if number:
                return Marker(0, found.end(), style, number, text[: found.end()])
    return None


def inline_markers(text: str) -> list[Marker]:
    """Candidates inside a paragraph; the outline keeps those that form a sequence."""
    found = []
    for match in _INLINE.finditer(text):
        start = match.start()
        before = text[start - 1] if start else ""
        if match.group("circle"):
            found.append(
                Marker(
                    start, match.end(), "circle", ord(match.group()) - ord("①") + 1, match.group()
                )
            )
            continue
        if before and before not in _BEFORE:
            continue
        if match.group("digit_bracket"):
            style, number = "digit_bracket", int(match.group("digit_bracket"))
        elif match.group("last"):
            style, number = "last", 0
        else:
            style, number = match.group("verb"), chinese_number(match.group("said"))
        if number or style == "last":
            found.append(Marker(start, match.end(), style, number, match.group()))
    return found


def opens_with_said(text: str) -> bool:
    """Whether a line opens with 一是 / 二要 ...: an item, though perhaps inside a paragraph."""
    found = _INLINE.match(text)
    return bool(found and found.group("said") and text[:1] not in _NEVER_AFTER)
