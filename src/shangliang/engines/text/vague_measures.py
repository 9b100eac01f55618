"""Measures that lack who, when or how much: "进一步加强…" is a wish until someone, a day and a
number stand in it (S-150). What is missing is named; the mark is a person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import dates_in
from .engine import Reading
from .mapped import Span
from .quantities import quantities_in
from .sentences import sentences
from .units import Lexicon, common_lexicon, units_in

WHO, WHEN, MUCH = "who", "when", "much"
_MEASURE = re.compile(
    r"^(?:[一二三四五六七八九十]+[是要]|（[一二三四五六七八九十]+）|[①-⑩]|\d+[.．、])?"
    r"(?:下一步|接下来|下半年|今后|明年|我[县区市们局]|全[县区市]|将|拟|计划|要|继续|同时|，)*"
    r"(?:进一步|着力|切实|大力|全力|持续|加快|加强|强化|加大|推进|推动|抓好|抓紧|做好|做实|建立|健全|完善|落实|"
    r"开展|组织|确保|力争|争取|实施|优化|深化|整治|清理|盘活|新建|建成|引进|出台|制定|由|对|把)"
)
_NAMED = re.compile(
    r"由[^，。；]{2,14}(?:牵头|负责|承担)|责任(?:人|单位)|(?:分管|包联)[^，。；]{0,8}(?:县长|区长|市长|领导)|专班"
)
# Counted in words: 三个标段, 十二处. A span of time is no amount, nor are 四个意识, 五个一.
_COUNTED = re.compile(
    r"(?<!第)[二两三四五六七八九十百千]+"
    r"(?:个(?!月|一|聚焦|对标|结合|意识|自信|维护|确立|方面|环节)|[处家户所座栋台部名亩项](?!规定|任务要求)|公里|万元|亿元)"
)
_LIMIT = re.compile(r"(?:前|底|内|每[月季周]|按[月季周])")


@dataclass(frozen=True)
class Measure:
    """A measure sentence, its lines, and what it lacks of who, when, how much."""

    text: str
    lines: tuple[int, int]
    lacks: tuple[str, ...]


def measures_in(reading: Reading, lexicon: Lexicon | None = None) -> list[Measure]:
    """Every measure of a report; those that lack nothing have an empty ``lacks``."""
    lexicon = lexicon or common_lexicon()
    found: list[Measure] = []
    for document in reading.documents:
        titles = {(h.paragraph, h.start): h.end for h in document.outline}
        for rank, paragraph in enumerate(document.speech.body):
            text = paragraph.text
            for span in sentences(text):
                end = next(
                    (e for (p, s), e in titles.items() if p == rank and span.start <= s < span.end),
                    0,
                )
                words = text[span.start : span.end]
                if end >= span.end - 1 or len(words) < 10 or not _MEASURE.search(words):
                    continue
                dates = dates_in(words, document.anchor)
                counted = quantities_in(words, [Span(d.start, d.end) for d in dates])
                lacks = []
                if not units_in(words, lexicon) and not _NAMED.search(words):
                    lacks.append(WHO)
                if not dates and not _LIMIT.search(words):
                    lacks.append(WHEN)
                if not counted and not _COUNTED.search(words):
                    lacks.append(MUCH)
                found.append(
                    Measure(
                        paragraph.words.words(span.start, span.end).strip(),
                        paragraph.words.lines(span.start, span.end),
                        tuple(lacks),
                    )
                )
    return found
