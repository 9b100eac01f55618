"""Doubts: what is odd in a text, why, and what one may do. Nothing is corrected here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import Anchor, DateFound
from .mapped import Span
from .quantities import Quantity

# First years of what is commemorated.
FOUNDED = {
    "人民政协": 1949, "新中国": 1949, "建国": 1949, "中华人民共和国": 1949, "建党": 1921, "中国共产党成立": 1921,
    "建军": 1927, "改革开放": 1978, "孙中山先生诞辰": 1866, "辛亥革命": 1911, "五四运动": 1919, "共青团": 1922,
    "抗日战争胜利": 1945, "抗战胜利": 1945, "长征胜利": 1936, "毛泽东同志诞辰": 1893, "邓小平同志诞辰": 1904,
}  # fmt: skip
_ANNIVERSARY = re.compile(
    r"(?P<what>" + "|".join(FOUNDED) + r")(?:成立|创立|建立)?(?P<count>\d{1,3})周年"
)
# Meetings whose year is known.
HELD = {
    "十八届三中全会": 2013, "十八届四中全会": 2014, "十八届五中全会": 2015, "十八届六中全会": 2016, "十九大": 2017,
    "十九届四中全会": 2019, "中央政协工作会议": 2019, "十九届五中全会": 2020, "十九届六中全会": 2021, "二十大": 2022,
    "二十届三中全会": 2024, "二十届四中全会": 2025,
}  # fmt: skip
_PAST = re.compile(
    r"发表|颁布|召开|印发|出台|制定|举行|指出|以来|曾|下发|通过|成立|开展了|作出|完成了"
)
_AHEAD = re.compile(r"(?:到|至|力争|争取|确保|计划|目标|规划|将于|拟于|预计|前|底)")
_PLACEHOLDER = re.compile(
    # A times sign after these words multiplies ("人工智能×制造"), elsewhere it hides a word.
    r"(?<![A-Za-z\d])[xX]{1,4}(?![A-Za-z\d])|＊+|\*+|(?<!智能)(?<!要素)(?<!网)(?<!技)(?<!\d)×+(?![\d”])|某某|[○〇]{2,}"
)
_NARROW = re.compile(r"各（市、区）|各（县、区）|各（区）")
_WIDE = re.compile(r"各县（市、区）|各市（县、区）")


@dataclass(frozen=True)
class Doubt:
    """A doubt at ``span`` of a paragraph."""

    kind: str
    span: Span
    why: str
    suggestion: str


def date_doubts(text: str, dates: list[DateFound], anchor: Anchor) -> list[Doubt]:
    """Dates that cannot be: no such day, later than the speech, against an anniversary, out of order."""
    out: list[Doubt] = []
    for found in dates:
        span = Span(found.start, found.end)
        if found.trouble:
            out.append(Doubt("impossible_date", span, found.trouble, "请核对原文；系统没有改动"))
        elif (
            found.kind == "absolute" and anchor.status == "stated" and _is_late(text, found, anchor)
        ):
            out.append(
                Doubt(
                    "impossible_date",
                    span,
                    f"说的是已经发生的事，却晚于{anchor.why}",
                    _suggested(text, found),
                )
            )
    out.extend(_against_anniversary(text, dates, {d.span.start for d in out}))
    out.extend(_out_of_order(text, dates, {d.span.start for d in out}))
    return out


def _is_late(text: str, found: DateFound, anchor: Anchor) -> bool:
    if found.first is None or anchor.year is None:
        return False
    late = found.first > anchor.day if anchor.day else found.first.year > anchor.year
    near = text[found.end : found.end + 60]
    before = text[max(0, found.start - 3) : found.start]
    return late and bool(_PAST.search(near)) and not _AHEAD.search(before)


def _suggested(text: str, found: DateFound) -> str:
    match = _ANNIVERSARY.search(text, found.start, found.end + 60)
    if match:
        year = FOUNDED[match["what"]] + int(match["count"])
        return f"按“{match.group()}”推算应为{year}年；仅供参考，请查原件"
    return "请查原件；系统没有改动"


def _against_anniversary(text: str, dates: list[DateFound], known: set[int]) -> list[Doubt]:
    out: list[Doubt] = []
    for match in _ANNIVERSARY.finditer(text):
        year = FOUNDED[match["what"]] + int(match["count"])
        near = [
            d
            for d in dates
            if d.kind == "absolute" and d.first and abs(d.start - match.start()) < 80
        ]
        for found in near:
            if found.first and found.first.year != year and found.start not in known:
                out.append(
                    Doubt(
                        "impossible_date",
                        Span(found.start, found.end),
                        f"“{match.group()}”应在{year}年，与“{found.words}”不合",
                        f"两处必有一误：{year}年，或另一个周年数；请查原件",
                    )
                )
    return out


def _out_of_order(text: str, dates: list[DateFound], known: set[int]) -> list[Doubt]:
    days = [d for d in dates if d.kind == "absolute" and d.first and d.first == d.last]
    out: list[Doubt] = []
    for before, after in zip(days, days[1:], strict=False):
        close = 0 < after.start - before.end < 160 and "；" in text[before.end : after.start]
        if close and after.first and before.first and after.first < before.first:
            out.append(
                Doubt(
                    "date_order",
                    Span(after.start, after.end),
                    f"按次序叙述，“{after.words}”却早于前面的“{before.words}”",
                    "请核对年份",
                )
            )
    return out


def anniversary_years(text: str) -> list[tuple[Span, int]]:
    """The years that anniversaries named in a text point to."""
    return [
        (Span(m.start(), m.end()), FOUNDED[m["what"]] + int(m["count"]))
        for m in _ANNIVERSARY.finditer(text)
    ]


def meeting_years(text: str) -> list[tuple[Span, int]]:
    """The years of well-known meetings a text names."""
    return [
        (Span(m.start(), m.end()), year)
        for name, year in HELD.items()
        for m in re.finditer(name, text)
    ]


def quantity_doubts(text: str, quantities: list[Quantity]) -> list[Doubt]:
    """Lost percent signs, percent meant as points, a fall of a negative figure."""
    out: list[Doubt] = []
    for q in quantities:
        span = Span(q.start, q.end)
        if q.lost_sign:
            out.append(
                Doubt(
                    "lost_percent",
                    span,
                    "说的是增减，数字后面没有单位，百分号可能在转换中丢失",
                    "请查原件补上单位；系统不猜",
                )
            )
        elif q.note:
            out.append(
                Doubt(
                    "percent_points", span, q.note, "说的是增速、比重本身的变化，通常用“个百分点”"
                )
            )
        elif q.value < 0 and re.search(
            r"(?:下降|降幅|减少|下滑|回落)[^。；]{0,40}$", text[max(0, q.start - 60) : q.start]
        ):
            out.append(
                Doubt(
                    "double_negative",
                    span,
                    "既说“下降”又带负号",
                    "按变化为负理解，不作“负负得正”；请核对",
                )
            )
    return out


def wording_doubts(text: str, wide_elsewhere: bool) -> list[Doubt]:
    """An addressee narrower than elsewhere in the same speech."""
    out: list[Doubt] = []
    if wide_elsewhere:
        out.extend(
            Doubt(
                "narrow_addressee",
                Span(m.start(), m.end()),
                "别处都说“各县（市、区）”，这里没有“县”",
                "是漏字，还是只对市、区？请确认",
            )
            for m in _NARROW.finditer(text)
        )
    return out


def placeholders_in(text: str) -> list[Span]:
    """Places where a name or number was hidden: xxx, ×, *."""
    return [Span(m.start(), m.end()) for m in _PLACEHOLDER.finditer(text)]


def says_wide(text: str) -> bool:
    """Whether a text addresses 各县（市、区）."""
    return bool(_WIDE.search(text))


# -- names that are nearly the same ------------------------------------------------------------

_TITLE = re.compile(r"《([^《》]{6,60})》")


def near_titles(texts: list[str]) -> list[tuple[str, str]]:
    """Pairs of titles so alike that one may take them for one document; they are kept apart."""
    seen = list(dict.fromkeys(m.group(1) for text in texts for m in _TITLE.finditer(text)))[:400]
    pairs = [_pairs(title) for title in seen]
    out: list[tuple[str, str]] = []
    by_end: dict[str, list[int]] = {}
    for rank, title in enumerate(seen):
        for other in by_end.get(title[-4:], [])[-40:]:
            shared = len(pairs[rank] & pairs[other]) / max(1, len(pairs[rank] | pairs[other]))
            if 0.42 <= shared < 1:
                out.append((seen[other], title))
        by_end.setdefault(title[-4:], []).append(rank)
    return out


def _pairs(words: str) -> set[str]:
    return {words[i : i + 2] for i in range(len(words) - 1)}


_COUNTED = re.compile(
    r"(?P<number>[两三四五六七八九十]+)(?P<measure>项|次|大|个|场)(?P<noun>讨论|行动|活动|工程|任务|机制|清单|名片|高地)"
)


def near_terms(texts: list[tuple[int, str]]) -> list[tuple[int, Span, str]]:
    """ "三项讨论" here, "三次讨论" there: (paragraph, where, the other wording), each later one once."""
    first: dict[tuple[str, str], tuple[str, int]] = {}
    out: list[tuple[int, Span, str]] = []
    told: set[tuple[str, str]] = set()
    for number, text in texts:
        for m in _COUNTED.finditer(text):
            key = (m["number"], m["noun"])
            before = first.setdefault(key, (m.group(), number))
            if before[0] != m.group() and (before[0], m.group()) not in told:
                told.add((before[0], m.group()))
                out.append((number, Span(m.start(), m.end()), before[0]))
    return out
