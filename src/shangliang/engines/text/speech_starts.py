"""Where one speech ends and the next begins: no sign alone is enough."""

from __future__ import annotations

import re

from .formulas import CLOSING, OPENING, SELF
from .markers import block_marker
from .people import is_date_line, is_name, office_holder
from .print_lines import GREETING
from .wraps import Paragraph

NUMBERED_HEAD = re.compile(
    r"^(?:第[一二三四五六七八九十]{1,3}篇|[【〔]?篇[一二三四五六七八九十]{1,3}|(?:范文|例文|发言稿?|讲话稿?)[一二三四五六七八九十\d]{1,3})[】〕]?\s*[：:、 ]?"
)


TITLE_WORD = re.compile(
    r"(?:讲话|发言|致辞|报告|摘要|体会|汇报|主持词|通知|意见|方案|办法|规划|计划|要点|总结|提纲|若干措施|规定|决定|通报|倡议书|清单)"
    r"(?:[（(〔][^（）()]{0,30}[）)〕])?(?:的通知)?$"
)


def speech_starts(paragraphs: list[Paragraph]) -> list[int]:
    starts = [0] if paragraphs else []
    highest = 0  # the highest top-level number since the last boundary
    body_seen = False
    numbers = [_top_number(p.text) for p in paragraphs]
    upcoming = _upcoming_ones(numbers, paragraphs)
    rank = 0
    while rank < len(paragraphs):
        if rank > starts[-1] and body_seen:
            block = _head_block(paragraphs, rank)
            if _begins(paragraphs, rank, block, highest, upcoming[rank + block]):
                starts.append(rank)
                highest, body_seen = 0, False
        highest = max(highest, numbers[rank])
        body_seen = body_seen or _is_prose(paragraphs[rank].text)
        rank += 1
    return starts


def _top_number(text: str) -> int:
    marker = block_marker(text)
    return marker.number if marker and marker.style in ("comma", "ordinal") else 0


def _upcoming_ones(numbers: list[int], paragraphs: list[Paragraph]) -> list[bool]:
    """For each paragraph whether the next top-level number, within a dozen paragraphs, is one."""
    out = [False] * (len(numbers) + 1)
    distance, is_one = 10**6, False
    for rank in range(len(numbers) - 1, -1, -1):
        if numbers[rank]:
            distance, is_one = 0, numbers[rank] == 1
        else:
            distance += 1
        out[rank] = is_one and distance <= 12
    return out


def _is_prose(text: str) -> bool:
    return len(text) > 20 and text[-1] in "。！？：；”"


def _head_block(paragraphs: list[Paragraph], rank: int) -> int:
    """How many paragraphs from here on are titles, names, dates or greetings."""
    size = 0
    while rank + size < len(paragraphs) and size < 8:
        text = paragraphs[rank + size].text
        if not (is_head_line(text) or GREETING.match(text)):
            break
        size += 1
    return size


def is_head_line(text: str) -> bool:
    if block_marker(text) or len(text) > 70:
        return False
    if NUMBERED_HEAD.match(text) or is_name(text) or is_date_line(text) or office_holder(text):
        return True
    return text[-1] not in "。！？；：，、" and not re.search("[。；]", text)


def _begins(
    paragraphs: list[Paragraph], rank: int, block: int, highest: int, restarts: bool
) -> bool:
    text = paragraphs[rank].text
    before = paragraphs[rank - 1].text
    head = [p.text for p in paragraphs[rank : rank + block]]
    if NUMBERED_HEAD.match(text) and len(text) <= 70:
        return True
    if re.match(r"^附件?\s*[\d一二三四五六七八九十]{0,2}[：:]?", text):
        return False
    closed = bool(CLOSING.search(before[-60:]))
    greeted = any(GREETING.match(line) for line in head)
    titled = any(TITLE_WORD.search(line) for line in head)
    named = any(is_name(line) or office_holder(line) for line in head)
    ended = before[-1] in "。！？”’!"
    if greeted and titled and ended:
        return True
    if block and named and ended and (titled or len(head) >= 2) and (closed or restarts):
        return True
    after = paragraphs[rank + block].text if rank + block < len(paragraphs) else ""
    opens = bool(OPENING.match(after)) and (block == 0 or ended)
    fresh = restarts and highest >= 2
    if greeted and not titled and not named:
        return closed and ended and fresh
    if opens and ended and (closed or fresh):
        return bool(fresh or closed and (SELF.search(after[:400]) or titled))
    return bool(fresh and titled and ended)
