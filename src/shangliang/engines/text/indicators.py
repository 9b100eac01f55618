"""Figures of a report: whose, of what, how much, in what unit, when, against what.

The indicator is carried along a list ("低于全市的有A-1.2%、B-0.9%；高于的有C0.3%") and into the next
clause ("达到9000亿元，增长4%"). Nothing is computed: a missing sign or unit stays missing and is flagged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from .comparisons import SUPPOSE, comparison_of, kind_of, last_clause, signed_value
from .dates import DateFound
from .figure_clauses import after_date, is_followed, left_of, only_verbs, run_before
from .figure_names import (
    BUILDS,
    SIZED,
    name_of,
    noun_after,
    without_region,
)
from .figure_rows import Figure, Turn, row_length
from .figure_sizes import is_measure
from .figure_topics import listed_topic, since_then, topic_of
from .mapped import Span
from .quantities import Quantity
from .regions import measured_by, regions_in
from .sentences import sentences

# Places, offices and questions are counted in passing, unless the sentence builds them.
_PLAIN_COUNT = re.compile(
    r"(?:省份|省(?!级)|县|市|区|乡|镇|村(?!级)|街道|部门|单位|方面|问题|环节|地方)(?!级)"
)
_BASE_OF = re.compile(r"(?:比|较|由|从|与|同)$")
# "按平均汇率计算为5791美元", "目标任务为建设农田4000亩": how it was reckoned, and that it is a task.
_RECKONED = re.compile(r"(?:按照?)?[^，。；、按]{0,12}(?:汇率|价格|口径)(?:计算|折算|换算)")
_TASK_IS = re.compile(r"^.*(?:目标|任务)(?:是|为)(?=[\u4e00-\u9fff]{2})")
# "1个月时间拆除建筑": how long it took.
_WITHIN = re.compile(r"^\d+(?:个月|天|个工作日)(?:时间)?内?")
# The figure of the year before, between its date and the change: "144万元增收18万元".
_BASE_FIGURE = re.compile(
    r"(?:[比较](?:上年|去年|年初|上月|同期)[^，。；\d]{0,6}|^)\d+(?:\.\d+)?[万亿]?[元吨人亩户](?=[增减]|下降|多|少|净)"
)
_GIVEN = re.compile(r"(?:奖励|支持|补助|帮扶|下拨)(?:了|给)?$")
# A day or a limit says when of its own sentence only.
_ONCE = re.compile(r"\d日|[底末初中]$|同期|近|以来|前$")
_CHANGE = (
    "增幅", "增速", "涨幅", "降幅", "增长率", "年均增长率", "年均增速", "总数", "总量", "数量", "总规模", "占比",
)  # fmt: skip
_FIGURE_BEFORE = re.compile(r"^\d+(?:\.\d+)?[\u4e00-\u9fff]")
_ROW_NUMBER = re.compile(
    r"^\d{1,3}(?![个家项条件户名所处次人套座万亿场亩吨元种批年月])(?=[\u4e00-\u9fff])"
)


@dataclass
class Context:
    """What is carried from figure to figure."""

    indicator: str = ""
    region: str = ""
    period: str = ""
    base: str = ""  # 全市, 我县: what the last figures of the speech were about


def figures_in(
    text: str, quantities: list[Quantity], dates: list[DateFound], context: Context | None = None
) -> list[Figure]:
    """The figures of one paragraph; ``context`` carries region and period from the one before."""
    context = context or Context()
    out: list[Figure] = []
    rank = day = 0
    for sentence in sentences(text):
        inside = []
        while rank < len(quantities) and quantities[rank].start < sentence.end:
            if quantities[rank].start >= sentence.start and is_measure(
                text, sentence, quantities[rank]
            ):
                inside.append(quantities[rank])
            rank += 1
        while day < len(dates) and dates[day].end <= sentence.start:
            day += 1
        dated = [d for d in dates[day:] if d.start < sentence.end] if inside else []
        if inside:
            out.extend(_in_sentence(text, sentence, inside, dated, context))
        else:
            _remember(text, sentence, context)
    return out


# Places a following sentence may go on speaking of.
_CARRIED = r"[我全本]|[两三四五六七八九]区"


def _remember(text: str, sentence: Span, context: Context) -> None:
    places = [p for p in regions_in(text, sentence.start, sentence.end) if not measured_by(text, p)]
    if len(places) == 1 and re.match(_CARRIED, text[places[0].start :]):
        context.region = text[places[0].start : places[0].end]
    context.indicator = ""


def _in_sentence(
    text: str, sentence: Span, quantities: list[Quantity], dates: list[DateFound], context: Context
) -> list[Figure]:
    out: list[Figure] = []
    words = text[sentence.start : sentence.end]
    supposed = bool(SUPPOSE.search(words))
    places = [p for p in regions_in(text, sentence.start, sentence.end) if not measured_by(text, p)]
    if not re.match(_CARRIED, context.region):
        context.region = context.base  # a named place is not carried into the next sentence
    if not re.match(r"其中|高于|低于|分[县市区]|从[^，]{2,10}看", words):
        context.indicator = ""
    topic = topic_of(text, sentence, quantities[0])
    before = sentence.start
    turn = Turn()
    place = 0
    for rank, quantity in enumerate(quantities):
        left = left_of(text, before, quantity)
        own: list[Span] = []
        while place < len(places) and places[place].end <= left.end:
            if places[place].start >= left.start:
                own.append(places[place])
            place += 1
        figure = _figure(text, sentence, left, quantity, own, dates, context, supposed, topic)
        if figure is None:
            if re.match(r"[\u4e00-\u9fff]", text[quantity.end : quantity.end + 1]):
                place -= len(own)  # the words before it, with their places, belong to the next
            else:
                before = quantity.end
            continue  # "公交站点500米覆盖率": the first figure is part of a name
        before = quantity.end
        if turn.waits(text, left):
            out.append(turn.next(figure, out[-1]))
            continue
        length = row_length(text, quantities, rank)
        listed = run_before(text, places, left, length) if length > 1 else []
        out.extend(turn.begin(text, left, figure, out, listed or own, length))
    return out


def _figure(
    text: str,
    sentence: Span,
    left: Span,
    quantity: Quantity,
    own: list[Span],
    dates: list[DateFound],
    context: Context,
    supposed: bool,
    topic: str,
) -> Figure | None:
    if quantity.unit == "个" and _PLAIN_COUNT.match(text, quantity.end):
        return None  # "有3个县…": how many places a sentence speaks of
    if text[quantity.start - 1 : quantity.start] in ("前", "第"):
        return None  # a rank, not a measure
    if re.match(r"的(?:有|是)", text[quantity.end : quantity.end + 2]):
        return None  # a threshold: "超过5亿元的有"
    clause = last_clause(text, left)
    clause = after_date(text, clause, dates)
    words = re.sub(r"^（[^（）]*）", "", text[clause.start : clause.end])
    words = _BASE_FIGURE.sub("", _RECKONED.sub("", _TASK_IS.sub("", words)))
    # A table's row number stands right before a name; other figures have their measure behind them.
    numbered = _ROW_NUMBER if clause.start == 0 and _ROW_NUMBER.match(words) else _FIGURE_BEFORE
    if not SIZED.search(words):
        words = numbered.sub("", _WITHIN.sub("", words))
    beside = next((p for p in reversed(own) if p.end == left.end), None)
    before_place = (
        text[clause.start : beside.start] if beside and beside.start >= clause.start else ""
    )
    region = text[beside.start : beside.end] if beside else ""
    start = beside.start if beside else clause.start
    if beside and text[quantity.end : quantity.end + 1] == "的" and quantity.unit == "%":
        indicator = noun_after(text, quantity, "") or context.indicator or topic
    elif beside and _GIVEN.search(before_place):
        indicator = noun_after(text, quantity, before_place) or context.indicator or topic
    elif beside and not before_place.strip("、和，；："):
        indicator = context.indicator or topic
    elif beside and re.search(r"(?:的有|的是|为|：|是|有)$", before_place):
        indicator = (
            listed_topic(text, Span(sentence.start, beside.start), context.indicator) or topic
        )
    else:
        indicator = noun_after(text, quantity, words) if BUILDS.search(words) else ""
        indicator = indicator or name_of(words, is_followed(text, quantity))
    if re.match("的(?:增长|增速|增幅)", text[quantity.end : quantity.end + 3]):
        indicator = name_of(words) or context.indicator or topic  # "实现6%左右的增长"
    distance = re.match(r"[，,]?(?:并|且)?(?:高于|低于|高出|超过?)全[国省市县区]$", words)
    if distance:
        return None
    if not beside and re.match(
        r"[，,]?(?:增速|增幅|涨幅|降幅)?(?:并|且)?(?:分别)?(?:高于|低于|超过?|高出|较|比)(?:全[国省市县区]平均|全|时序|进度|年度|预期|目标)|[，,]?(?:分别|远|略|明显|大幅|也|均|仍)*(?:快于|慢于|领先|高于|低于|高出|落后于?|跑赢)[^，。；]{1,10}$",
        words,
    ):
        return None  # a distance to an average belongs to the figure before it
    if not indicator:
        indicator = noun_after(text, quantity, words)
    if context.indicator and re.match(r"[，,]?(?:约|仅|只)?占[^，。；]{2,16}$", words):
        indicator = ""
    verb_only = not indicator
    if verb_only and not only_verbs(text, words, own):
        return None  # there are words, but no measure among them
    if verb_only:
        indicator = since_then(text, Span(left.start, clause.start)) or context.indicator or topic
    elif not region:
        in_clause = [p for p in own if p.start >= clause.start]
        if in_clause:
            region = text[in_clause[-1].start : in_clause[-1].end]
        elif own:
            region = text[own[-1].start : own[-1].end]
    indicator = without_region(indicator, region)
    if indicator in _CHANGE:
        indicator = since_then(text, Span(left.start, clause.start)) or indicator
    if indicator in _CHANGE and context.indicator:
        indicator = context.indicator  # "9215元，增幅8.8%"
    if not indicator and context.indicator:
        indicator, verb_only = context.indicator, True
    if not indicator or len(indicator) > 30:
        return None
    if not region:
        region = context.region
    period = _period(text, sentence, quantity, dates, context)
    comparison = comparison_of(text, Span(left.start, quantity.start), quantity)
    value = signed_value(text, left, quantity)
    kind = kind_of(text, sentence, quantity, supposed)
    note = quantity.note
    context.indicator = indicator
    if region and not beside:
        context.region = region
    if re.match("[我全本]", region):
        context.base = region
    if not _ONCE.search(period):
        context.period = period or context.period
    return Figure(
        Span(start, quantity.end),
        region,
        indicator,
        quantity,
        value,
        period,
        comparison,
        kind,
        note,
    )


def _period(
    text: str, sentence: Span, quantity: Quantity, dates: list[DateFound], context: Context
) -> str:
    rank = bisect_right(dates, quantity.start, key=lambda d: d.end)
    while (
        rank
        and _BASE_OF.search(text[sentence.start : dates[rank - 1].start])
        and text[dates[rank - 1].end : quantity.start] not in ("的", "")
    ):
        rank -= 1  # "比上半年回落": what is compared with, not when
    return dates[rank - 1].words if rank else context.period
