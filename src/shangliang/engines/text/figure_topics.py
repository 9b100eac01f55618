"""What a list of figures is about: the words it stands under."""

from __future__ import annotations

import re

from .comparisons import last_clause
from .figure_names import clean_noun
from .mapped import Span
from .quantities import Quantity

# "固定资产投资增速，江岸县12.3%、石桥区8.8%": what the places are listed for.
_HEADED = re.compile(
    r"(?P<topic>[A-Za-z\u4e00-\u9fff“”]{2,16}(?:增速|增幅|降幅|总量|[率额值量]|投资|收入|支出))[，：](?=[^，。；\d]{2,8}\d)"
)


def topic_of(text: str, sentence: Span, first: Quantity) -> str:
    """What a sentence is about where its figures only give places: "工业用电量下降较大的是…"."""
    found = re.search(
        r"(?P<topic>[\u4e00-\u9fff]{3,16}?)(?:下降|增长|降幅|增幅|唯一|较|最|偏)[^，。；]{0,12}的(?:有|是)",
        text[sentence.start : first.start],
    )
    found = found or _HEADED.match(text, sentence.start)
    return clean_noun(found["topic"]) if found else ""


def listed_topic(text: str, span: Span, carried: str) -> str:
    """The indicator a list stands under: "生产总值增速低于全市平均增速的有" - or the one before."""
    clause = last_clause(text, span)
    words = re.sub(r"(?:的有|的是|是|有|为|：)$", "", text[clause.start : clause.end])
    words = re.sub(r"(?:唯一一个|唯一)?(?:负增长|正增长)$", "", words)
    head = re.split(
        r"高于|低于|超过|不及|下降|增长|增幅|降幅|最[快慢高低大小]|较[快慢高低大小]|唯一|为负|为正|转正|不足|不到|不及|排名|居全|位居|位列",
        words,
    )[0]
    named = clean_noun(head)
    if len(named) >= 3 and not re.fullmatch(r"其中|目前", named):
        return named
    return carried


_NAMES_MEASURE = re.compile(r"(?:指数|价格|总值|收入|支出|投资|总额|产值|增加值|产量|[率额值])$")


def _subject(words: str) -> str:
    """What the clause before is of, though it has no figure: "力争生产总值实现“开门红”，增长6.5%"."""
    clause = words.rstrip("，,").rpartition("，")[2]
    named = re.match(
        r"(?:力争|确保|争取|要|使)?(?P<noun>[\u4e00-\u9fff]{2,14}?)(?:在(?:上年|去年)|实现|保持|呈现|止跌|企稳|由负转正|再创)",
        clause,
    )
    noun = clean_noun(named["noun"]) if named else ""
    return noun if _NAMES_MEASURE.search(noun) else ""


def since_then(text: str, span: Span) -> str:
    """What was begun since the figure before: "…10%；价格指数同比持平，涨幅收窄2个百分点"."""
    begun = text[span.start : span.end].rpartition("；")
    if not begun[1]:
        return _subject(text[span.start : span.end])
    head = re.split(r"同比|环比|持平|保持|总体|继续|，", begun[2])[0]
    return clean_noun(head) if _NAMES_MEASURE.search(head) else ""
