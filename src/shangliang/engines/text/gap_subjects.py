"""Who or what a shortfall is of: named in its clause, else carried from before, else its own noun.

A report names its place once ("我国经济…还不稳固") and goes on without it; what a sentence lacks is
then of that place. Where nothing was named, the words the shortfall is said of are the subject.
"""

from __future__ import annotations

import re

from .mapped import Span
from .regions import regions_in
from .units import units_in

MOST = 24
_LEAD_IN = re.compile(
    r"^(?:[一二三四五六七八九十]+(?:是|、)|（[一二三四五六七八九十]+）|\d{1,2}[.．、]|第[一二三四五六七八九十]+[，、])?"
    r"(?:我们(?:也)?(?:清醒|深刻)?(?:地)?(?:认识到|看到)|但是?|然而|同时|与此同时|此外|另外|特别是|尤其是|目前|当前|由于|因为|"
    r"主要(?:表现|体现)在|表现在|一些|有些|有的|部分|少数|个别|存在|面临|其中|(?:解决|破解|针对|围绕|对于?)(?:当前|目前)?|[^，]{1,6}[还仍]存在)?[，、]?"
)
# Where the words of the lack itself begin: 仍然较多, 还不够强, 没有到位.
_SAID = re.compile(
    r"(?:都|也|均)?(?:仍|还|依然|尚|比较|较(?!真)|相对|明显|存在|面临|有(?:一定|不少|较大|许多|一些|待)|没有|不|未|十分|非常|日益|普遍|形势|问题|任务|继续|是在|持续)"
)
_NO_NAME = re.compile(r"^(?:这些|这|那|其|它|此|有|是|在|从|对|问题|困难|工作|方面)?$")


def named_in(text: str, clause: Span) -> str:
    """The unit or the places a clause names, "" where it names none."""
    for unit in units_in(text[clause.start : clause.end]):
        return text[clause.start + unit.start : clause.start + unit.end]
    places = (text[p.start : p.end] for p in regions_in(text, clause.start, clause.end))
    return "、".join(dict.fromkeys(p for p in places if not re.match("全[国省市县区]", p)))


def noun_before(text: str, clause: Span, at: int) -> str:
    """What the shortfall at ``at`` is said of, in the text's own words; "" where that is no noun."""
    start = clause.start + max(text[clause.start : at].rfind(sign) + 1 for sign in "，：；。")
    words = text[start:at]
    lead_in = _LEAD_IN.match(words)
    words = words[lead_in.end() :] if lead_in else words
    said = _SAID.search(words)
    words = (words[: said.start()] if said else words).strip("的、，“”‘’ ")
    if not 2 <= len(words) <= MOST or _NO_NAME.match(words):
        return ""
    return words
