"""The day a speech's relative dates are measured from, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cleaning import SAFE
from .dates import Anchor, dates_in
from .speeches import Speech

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年(?!以?前?期)")
_AHEAD = re.compile(r"(?:到|至|力争|争取|目标|规划|计划|于|—|－|-|—|年)\s*$")
_THIS_YEAR = re.compile(
    r"(?:今年|本年度)[（(]?((?:19|20)\d{2})年?|((?:19|20)\d{2})年是[^。]{0,30}(?:开局|收官|关键|第一|之)年"
)
_LAST_YEAR = re.compile(r"去年[（(]((?:19|20)\d{2})年|在((?:19|20)\d{2})年[^。]{0,60}基础上")


def anchor_of(speech: Speech, title: str = "") -> Anchor:
    """The speech's own anchor: the day printed at its head, else the latest year it speaks of."""
    if speech.dated:
        printed = dates_in(re.sub(r"\s|[（()）]", "", speech.dated.translate(SAFE)))
        if printed and printed[0].first and printed[0].last == printed[0].first:
            day = printed[0].first
            return Anchor(day.year, day, "stated", f"文首所署日期 {day.isoformat()}")
        if printed and printed[0].first:
            return Anchor(
                printed[0].first.year, None, "stated", f"文首所署年份 {printed[0].first.year}"
            )
    text = "\n".join(p.text for p in speech.body)
    named = _THIS_YEAR.search(text)
    if named:
        year = int(named.group(1) or named.group(2))
        return Anchor(year, None, "inferred", f"文中“{named.group()}”")
    from_title = re.search(
        r"((?:19|20)\d{2})年", f"{speech.title}{speech.subtitle}{title}".replace(" ", "")
    )
    if from_title:
        year = int(from_title.group(1))
        return Anchor(year, None, "inferred", f"题名中的 {year} 年")
    based = _LAST_YEAR.search(text)
    years = [
        int(m.group(1))
        for m in _YEAR.finditer(text)
        if not _AHEAD.search(text[max(0, m.start() - 4) : m.start()])
    ]
    if based:
        year = int(based.group(1) or based.group(2)) + 1
        return Anchor(year, None, "inferred", f"文中“{based.group()[:16]}…”，次年即今年")
    if years:
        return Anchor(max(years), None, "inferred", f"文中最晚的年份 {max(years)}")
    return Anchor()


def shared_anchor(speeches: Sequence[Speech], anchors: list[Anchor]) -> list[Anchor]:
    """Speeches without any year take the file's, where the others agree within a year."""
    known = sorted({a.year for a in anchors if a.year})
    if not known or known[-1] - known[0] > 1:
        return anchors
    return [
        a if a.year else Anchor(known[-1], None, "inferred", f"同一文件其他篇的年份 {known[-1]}")
        for a in anchors
    ]
