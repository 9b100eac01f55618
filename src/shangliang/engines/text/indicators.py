"""Figures of a report: whose, of what, how much, in what unit, when, against what.

The indicator is carried along a list ("低于全市的有A-1.2%、B-0.9%；高于的有C0.3%") and into the next
clause ("达到9000亿元，增长4%"). Nothing is computed: a missing sign or unit stays missing and is flagged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from .dates import DateFound
from .figure_names import (
    BUILDS,
    FALL,
    GROW,
    LEADING,
    TAIL,
    clean_noun,
    joint_names,
    name_of,
    noun_after,
    without_region,
)
from .mapped import Span
from .quantities import Quantity
from .regions import regions_in
from .sentences import sentences

_COMPARE = re.compile(
    r"同比|环比|比上年同期|比去年同期|较上年同期|较去年同期|比上年|比去年|较上年|较去年|比上月|比(?:19|20)\d\d年|(?:高于|低于|不低于|超过|超)(?:全国|全省|全市|全县|时序进度|预期)?(?:平均(?:水平|增速)?|进度|目标)|"
    r"居(?:全国|全省|全市|全县)[^，。；、]{1,8}|(?:排名?|位居|排)(?:全国|全省|全市|全县)?[^，。；]{0,2}第[一二三四五六七八九十\d]+位?"
)
_AFTER = re.compile(
    r"^[，,、]?(?:并|且)?(?P<said>(?:高于|低于|超过|超|居|排名?|位居|列)[^，。；]{2,18})"
)
_TARGET = re.compile(
    r"目标|力争|争取|确保|计划|预期|预计|要实现|达到[^，。；]{0,14}以上|到20\d\d年(?!底?[，]?已)|将(?!近)|(?<![主重需首只摘])要(?!素|求)|拟|有望|提出"
)
_SUPPOSE = re.compile(r"如果|假如|假设|倘若|若(?!干)")
_ACTUAL = re.compile(r"超过|超额|已|了|目前|累计完成|去年|上半年|上年|过去|一年来|五年来")

_SKIP_UNITS = frozenset(
    {
        "天",
        "日",
        "小时",
        "分钟",
        "周",
        "岁",
        "个月",
        "届",
        "页",
        "点",
        "期",
        "场",
        "年",
        "级",
        "层",
        "类",
        "轮",
        "步",
        "只",
        "部",
        "位",
        "名次",
    }
)


@dataclass
class Context:
    """What is carried from figure to figure."""

    indicator: str = ""
    region: str = ""
    period: str = ""
    base: str = ""  # 全市, 我县: what the last figures of the speech were about


@dataclass(frozen=True)
class Figure:
    """One figure in a paragraph; ``span`` runs from its name to its end."""

    span: Span
    region: str
    indicator: str
    quantity: Quantity
    value: float
    period: str
    comparison: str
    kind: str
    note: str = ""


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
            if (
                quantities[rank].start >= sentence.start
                and quantities[rank].unit not in _SKIP_UNITS
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
    places = regions_in(text, sentence.start, sentence.end)
    if len(places) == 1 and re.match(_CARRIED, text[places[0].start :]):
        context.region = text[places[0].start : places[0].end]
    context.indicator = ""


def _in_sentence(
    text: str, sentence: Span, quantities: list[Quantity], dates: list[DateFound], context: Context
) -> list[Figure]:
    out: list[Figure] = []
    words = text[sentence.start : sentence.end]
    supposed = bool(_SUPPOSE.search(words))
    places = regions_in(text, sentence.start, sentence.end)
    if not re.match(_CARRIED, context.region):
        context.region = ""  # a named place is not carried into the next sentence
    if not re.match(r"其中|高于|低于|分[县市区]|从[^，]{2,10}看", words):
        context.indicator = ""
    topic = _topic(text, sentence, quantities[0])
    before = sentence.start
    turn = _Turn()
    place = 0
    for rank, quantity in enumerate(quantities):
        left = Span(before, quantity.start)
        own: list[Span] = []
        while place < len(places) and places[place].end <= left.end:
            if places[place].start >= left.start:
                own.append(places[place])
            place += 1
        figure = _figure(text, sentence, left, quantity, own, dates, context, supposed, topic)
        if figure is None:
            if not re.match(r"[\u4e00-\u9fff]", text[quantity.end : quantity.end + 1]):
                before = quantity.end
            continue  # "公交站点500米覆盖率": the first figure is part of a name
        before = quantity.end
        together = _shared(text, quantities, rank, left, figure)
        if not together:
            figure = turn.next(text, left, figure, out)
        out.extend(together or [figure])
        if "分别" in text[left.start : left.end] and not together:
            length = _row_length(text, quantities, rank)
            out[-1] = turn.begin(text, left, out, own, length)
    return out


def _topic(text: str, sentence: Span, first: Quantity) -> str:
    """What a sentence is about where its figures only give places: "工业用电量下降较大的是…"."""
    found = re.search(
        r"(?P<topic>[\u4e00-\u9fff]{3,16}?)(?:下降|增长|降幅|增幅|唯一|较|最|偏)[^，。；]{0,12}的(?:有|是)",
        text[sentence.start : first.start],
    )
    return clean_noun(found["topic"]) if found else ""


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
    if text[quantity.start - 1 : quantity.start] in ("前", "第"):
        return None  # a rank, not a measure
    if re.match(r"的(?:有|是)", text[quantity.end : quantity.end + 2]):
        return None  # a threshold: "超过5亿元的有"
    clause = _last_clause(text, left)
    clause = _after_date(text, clause, dates)
    words = re.sub(r"^（[^（）]*）", "", text[clause.start : clause.end])
    words = re.sub(r"^\d+(?:\.\d+)?[\u4e00-\u9fff]", "", words)
    beside = next((p for p in reversed(own) if p.end == left.end), None)
    before_place = (
        text[clause.start : beside.start] if beside and beside.start >= clause.start else ""
    )
    region = text[beside.start : beside.end] if beside else ""
    start = beside.start if beside else clause.start
    if beside and not before_place.strip("、和，；："):
        indicator = context.indicator or topic
    elif beside and re.search(r"(?:的有|的是|为|：|是|有)$", before_place):
        indicator = _listed_topic(text, Span(sentence.start, beside.start), context) or topic
    else:
        indicator = noun_after(text, quantity, words) if BUILDS.search(words) else ""
        indicator = indicator or name_of(words, _is_followed(text, quantity))
    if not beside and re.match(
        r"[，,]?(?:并|且)?(?:分别)?(?:高于|低于|超过?|高出|较|比)(?:全[国省市县区]平均|全|时序|进度|年度|预期|目标)",
        words,
    ):
        return None  # a distance to an average belongs to the figure before it
    if not indicator:
        indicator = noun_after(text, quantity, words)
    if context.indicator and re.match(r"[，,]?(?:约|仅|只)?占[^，。；]{2,16}$", words):
        indicator = ""
    verb_only = not indicator
    if verb_only and not _only_verbs(text, words, own):
        return None  # there are words, but no measure among them
    if verb_only:
        indicator = context.indicator or topic
    elif not region:
        in_clause = [p for p in own if p.start >= clause.start]
        if in_clause:
            region = text[in_clause[-1].start : in_clause[-1].end]
        elif own:
            region = text[own[-1].start : own[-1].end]
    indicator = without_region(indicator, region)
    if not indicator and context.indicator:
        indicator, verb_only = context.indicator, True
    if not indicator or len(indicator) > 30:
        return None
    if not region:
        region = context.region
    period = _period(text, sentence, quantity, dates, context)
    comparison = _comparison(text, Span(left.start, quantity.start), quantity)
    value = _signed(text, left, quantity)
    kind = _kind(text, sentence, quantity, supposed)
    note = quantity.note
    context.indicator = indicator
    if region and not beside:
        context.region = region
    if re.match("[我全本]", region):
        context.base = region
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


def _after_date(text: str, clause: Span, dates: list[DateFound]) -> Span:
    """A clause without the date it opens with: "10月10日前资金支付率" names the rate."""
    rank = bisect_right(dates, clause.end, key=lambda d: d.end)
    if not rank or dates[rank - 1].start < clause.start:
        return clause
    end = dates[rank - 1].end
    more = re.match(r"(?:之前|以前|之内|以内|以来|前|底|末|，)*", text[end : clause.end])
    return Span(end + (more.end() if more else 0), clause.end)


def _is_followed(text: str, quantity: Quantity) -> bool:
    """Whether a noun stands right behind a figure: "22个项目", not "22个以上，"."""
    return bool(
        re.match(
            r"[\u4e00-\u9fff“](?<![和与及或并的左以，])", text[quantity.end : quantity.end + 1]
        )
    )


def _only_verbs(text: str, words: str, own: list[Span]) -> bool:
    """Whether nothing but verbs of measure and places stand before a figure: its name is carried."""
    if re.match(r"[，,]?(?:约|仅|只)?占[^，。；]{2,16}$", words):
        return True
    for place in own:
        words = words.replace(text[place.start : place.end], "")
    words = re.sub(r"(?:的有|的是|其中|分别是|有|是|为|：|、|和)$", "", words)
    rest = LEADING.sub("", TAIL.sub("", words)).strip("的、，和与“”（） ")
    return not rest or bool(
        re.search(r"(?:的有|的是|最[快慢高低大小]|较[快慢高低大小]|负增长|唯一)", words)
    )


def _last_clause(text: str, left: Span) -> Span:
    at = left.end
    depth = 0
    while at > left.start:
        sign = text[at - 1]
        if sign in "）”":
            depth += 1
        elif sign in "（“":
            depth = max(0, depth - 1)
        elif not depth and sign in "，。；：！？,;:":
            break
        at -= 1
    return Span(at, left.end)


def _listed_topic(text: str, span: Span, context: Context) -> str:
    """The indicator a list stands under: "生产总值增速低于全市平均增速的有" - or the one before."""
    clause = _last_clause(text, span)
    words = re.sub(r"(?:的有|的是|是|有|为|：)$", "", text[clause.start : clause.end])
    words = re.sub(r"(?:唯一一个|唯一)?(?:负增长|正增长)$", "", words)
    head = re.split(
        r"高于|低于|超过|不及|下降|增长|增幅|降幅|最[快慢高低大小]|较[快慢高低大小]|唯一|为负|为正|转正|不足|不到|不及|排名|居全|位居|位列",
        words,
    )[0]
    named = clean_noun(head)
    if len(named) >= 3 and not re.fullmatch(r"其中|目前", named):
        return named
    return context.indicator


def _period(
    text: str, sentence: Span, quantity: Quantity, dates: list[DateFound], context: Context
) -> str:
    rank = bisect_right(dates, quantity.start, key=lambda d: d.end)
    return dates[rank - 1].words if rank else context.period


def _comparison(text: str, left: Span, quantity: Quantity) -> str:
    clause = _last_clause(text, left)
    words = text[clause.start : clause.end]
    share = re.match(
        r"[，,]?(?:约|仅|只)?占(?P<of>[^，。；]{2,16}?)的?(?:比重|比例)?(?:为|达到?|约)?$", words
    )
    if share:
        return "占" + share["of"].rstrip("的")
    said = [match.group() for match in _COMPARE.finditer(words)]
    moved = re.search(rf"(?:{GROW}|{FALL}|负增长)(?:了|到|至)?$", words)
    if moved:
        grown = re.sub("(?:了|到|至)$", "", moved.group())
        said = (
            [*said[:-1], said[-1] + grown]
            if said and not said[-1].endswith(grown)
            else [*said, grown]
        )
    after = _AFTER.match(text[quantity.end : quantity.end + 40])
    rest = quantity.end
    while after:
        said.append(after["said"])
        rest += after.end()
        after = _AFTER.match(text[rest : rest + 40])
    return "；".join(dict.fromkeys(said))


def _signed(text: str, left: Span, quantity: Quantity) -> float:
    """A fall is negative where the figure is a change; "降到" states a level and stays."""
    before = text[max(left.start, quantity.start - 6) : quantity.start]
    if (
        quantity.value > 0
        and quantity.unit in ("%", "个百分点", "‰", "倍")
        and re.search(rf"(?:{FALL})(?:了)?$", before)
    ):
        return -quantity.value
    return quantity.value


def _kind(text: str, sentence: Span, quantity: Quantity, supposed: bool) -> str:
    if supposed:
        return "hypothetical"
    clause = _last_clause(text, Span(sentence.start, quantity.start))
    near = text[max(sentence.start, clause.start - 30) : quantity.end + 8]
    if _TARGET.search(near) and not _ACTUAL.search(text[clause.start : quantity.start]):
        return "target"
    if re.search(r"确定了|目标", text[quantity.end : quantity.end + 20]):
        return "target"
    return "actual"


def _shared(
    text: str, quantities: list[Quantity], rank: int, left: Span, figure: Figure
) -> list[Figure]:
    """ "A和B增长13%" is two figures; "A、B分别增长5%、6%" is one each."""
    names = joint_names(figure.indicator)
    if len(names) < 2:
        return []
    between = text[left.start : figure.quantity.start]
    shared: list[Figure] = []
    if "分别" in between or _row(text, quantities, rank, len(names)):
        for offset, name in enumerate(names):
            if rank + offset >= len(quantities):
                break
            q = quantities[rank + offset]
            shared.append(
                Figure(
                    Span(figure.span.start, q.end),
                    figure.region,
                    name,
                    q,
                    _signed(text, left, q) if not offset else _same_sign(figure, q),
                    figure.period,
                    figure.comparison,
                    figure.kind,
                    figure.note,
                )
            )
        return shared[:1] if len(shared) < len(names) else shared[:1]
    return [
        Figure(
            figure.span,
            figure.region,
            name,
            figure.quantity,
            figure.value,
            figure.period,
            figure.comparison,
            figure.kind,
            figure.note,
        )
        for name in names
    ]


def _same_sign(figure: Figure, quantity: Quantity) -> float:
    return -abs(quantity.value) if figure.value < 0 < figure.quantity.value else quantity.value


class _Turn:
    """Names or places waiting for their figures after 分别: "A、B分别达到3亩、5亩"."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.places: list[str] = []

    def begin(
        self, text: str, left: Span, out: list[Figure], own: list[Span], length: int
    ) -> Figure:
        """The first figure of the row, with the first name or place that waits."""
        figure = out[-1]
        self.names, self.places = [], []
        if length > 1 and len(own) == length:
            self.places = [text[p.start : p.end] for p in own]
            return replace(figure, region=self.places.pop(0))
        names = [*dict.fromkeys(f.indicator for f in out[-9:-1])][-length:]
        if len(names) > 1 and not name_of(text[_last_clause(text, left).start : left.end]):
            self.names = names
            return replace(figure, indicator=self.names.pop(0))
        return figure

    def next(self, text: str, left: Span, figure: Figure, out: list[Figure]) -> Figure:
        """A later figure of the row takes the next; anything else ends the row."""
        if not (self.names or self.places) or text[left.start : left.end] not in ("和", "、", "与"):
            self.names, self.places = [], []
            return figure
        before = out[-1]
        figure = replace(
            figure, comparison=before.comparison, value=_same_sign(before, figure.quantity)
        )
        if self.places:
            return replace(figure, region=self.places.pop(0), indicator=before.indicator)
        return replace(figure, indicator=self.names.pop(0))


def _row_length(text: str, quantities: list[Quantity], rank: int) -> int:
    length = 1
    for a, b in zip(quantities[rank:], quantities[rank + 1 :], strict=False):
        if text[a.end : b.start] not in ("和", "、", "与", "以及"):
            break
        length += 1
    return length


def _row(text: str, quantities: list[Quantity], rank: int, count: int) -> bool:
    row = quantities[rank : rank + count]
    return len(row) == count and all(
        text[a.end : b.start] in ("和", "、", "与", "以及")
        for a, b in zip(row, row[1:], strict=False)
    )
