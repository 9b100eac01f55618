"""Figures of a report: whose, of what, how much, in what unit, when, against what.

The indicator is carried along a list ("低于全市的有A-1.2%、B-0.9%；高于的有C0.3%") and into the next
clause ("达到9000亿元，增长4%"). Nothing is computed: a missing sign or unit stays missing and is flagged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from .dates import DateFound
from .mapped import Span
from .quantities import Quantity
from .regions import regions_in
from .sentences import sentences

_GROW = r"增长|增加|提高|提升|上升|上涨|扩大|加快|回升|增|升|涨"
_FALL = r"下降|减少|降低|下滑|回落|收窄|下跌|萎缩|减|降|跌"
_VERBS = (
    rf"(?:负增长|{_GROW}|{_FALL}|达到|达|为|是|完成|实现|突破|超过|超|控制在|保持在|稳定在|安排|新增|支出|投入|到位|仅有|只有|仅|有|累计|"
    r"高于|低于|不低于|不超过|不少于|不多于|不得低于|不高于|占|约|近|约为|至|到|在|由|从|了|预计|预期|目标|超额|共|总计|总计达|净增|总量|接近|跃上|迈上|翻|压缩|缩短|精简|提前|的是|最[快慢高低]的是|较[快慢大小]的是|居)"
)
_ADVERBS = (
    r"(?:同比|环比|比上年同期|比去年同期|较上年同期|较去年同期|比上年底|比上年|比去年|较上年|较去年|比上月|比20\d\d年|比19\d\d年|按可比价格计算|按可比口径|扣除价格因素|"
    r"实际|名义|累计|年均|平均|分别|也|均|都|将|要|力争|已经|已|再|又|就能|能|可|就|仍|还|则|大幅|小幅|进一步|超额|基本|首次|率先|同口径|尽早|可以|只|争取|确保|每年|全年|当年|平均每年|总共|一共|继续|预期)"
)
_TAIL = re.compile(rf"(?:{_ADVERBS}|{_VERBS}|[，、\s])+$")
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
_LINKS = "，。；：！？,;:、"
_BUILDS = re.compile(
    r"(?:培育|建设|建成|打造|新建|新增|引进|实施|开工|改造|推进|形成|开放|布局|设立|组建|创建|认定|培养|举办|完成|安排|推出|发放|下达|筹集|配建|落地|招引|集聚|选派|帮扶|支持|达到|有|共|入库|新开工|竣工|投产|开展了?总计|总计|累计)$"
)
_NOUN_AFTER = re.compile(r"[\u4e00-\u9fff“”A-Za-z（）+]{2,24}")
_STATE = re.compile(r"(?:增速|增幅|涨幅|降幅|增长率)")
_BARE_NOUN = re.compile(
    r"^(?:其中|同时|此外|另外|今年|去年|全年|其|这|也|而|但|使|对|以|在|按|为|是|约|近|每|各|该|共|并|与|和|于)$"
)
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
_CUTS = re.compile(
    r"^.*(?:安排(?=[\u4e00-\u9fff]{3})|的有|的是|其中|同时|此外|尤其是|特别是|主要是|包括|即|因为|由于|使得|使|通过|以及|并且|预计|力争|让[^，]{2,8}(?:沿着|按照)[^，]{2,20}，)"
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
    turn: list[str] = []  # names still waiting for their figure after 分别
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
            figure = _in_turn(text, left, figure, out, turn)
        out.extend(together or [figure])
        if "分别" in text[left.start : left.end]:
            turn = [*dict.fromkeys(f.indicator for f in out[-9:-1])]
            turn = turn[-_row_length(text, quantities, rank) :]
            if len(turn) > 1 and not _name(text[_last_clause(text, left).start : left.end]):
                out[-1] = replace(out[-1], indicator=turn.pop(0))
            else:
                turn = []
    return out


def _topic(text: str, sentence: Span, first: Quantity) -> str:
    """What a sentence is about where its figures only give places: "工业用电量下降较大的是…"."""
    found = re.search(
        r"(?P<topic>[\u4e00-\u9fff]{3,16}?)(?:下降|增长|降幅|增幅|唯一|较|最|偏)[^，。；]{0,12}的(?:有|是)",
        text[sentence.start : first.start],
    )
    return _clean_noun(found["topic"]) if found else ""


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
    clause = _last_clause(text, left)
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
        indicator = _noun_after(text, quantity, words) if _BUILDS.search(words) else ""
        indicator = indicator or _name(words)
    if not beside and re.match(
        r"[，,]?(?:并|且)?(?:分别)?(?:高于|低于|超过?|高出)(?:全|时序|进度|年度|预期|目标)", words
    ):
        return None  # a distance to an average belongs to the figure before it
    if not indicator:
        indicator = _noun_after(text, quantity, words)
    if context.indicator and re.match(r"[，,]?(?:约|仅|只)?占[^，。；]{2,16}$", words):
        indicator = ""
    verb_only = not indicator
    if verb_only and not (context.indicator and re.match(r"[，,]?(?:约|仅|只)?占", words)):
        if not own and _LEADING.sub("", _TAIL.sub("", words)).strip("的、，和与“”（） "):
            return None  # there are words, but no measure among them
    if verb_only:
        indicator = context.indicator or topic
    elif not region:
        in_clause = [p for p in own if p.start >= clause.start]
        if in_clause:
            region = text[in_clause[-1].start : in_clause[-1].end]
        elif own:
            region = text[own[-1].start : own[-1].end]
    indicator = _without_region(indicator, region)
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
        r"高于|低于|超过|不及|下降|增长|增幅|降幅|最[快慢高低大小]|较[快慢高低大小]|唯一|排|居|位",
        words,
    )[0]
    named = _clean_noun(head)
    if len(named) >= 3 and not re.fullmatch(r"其中|目前", named):
        return named
    return context.indicator


def _name(words: str) -> str:
    """The noun in front of a verb of measure: "规上工业增加值同比增长" → 规上工业增加值."""
    bare = _TAIL.sub("", words)
    spent = re.search(r"(?:支出|投入|到位)$", words)
    if spent and len(_without_region(_clean_noun(bare), "")) < 2:
        return words[: len(bare)] + spent.group()
    if bare == words and not _MEASURED.search(bare):
        reached = _REACHED.search(_LEADING.sub("", words))
        if reached:
            return _clean_noun(reached["noun"])
    if bare == words and not re.search(
        r"(?:增速|率|值|额|量|数|收入|支出|投资|资金|余额|面积|产量|人数|比重|指数|户|价格)$", bare
    ):
        noun = _clean_noun(bare)
        if _BUILDS.search(words) or len(noun) > 16:
            return ""
        return (
            noun
            if re.search(
                r"(?:企业|项目|人口|就业|里程|主体|机构|园区|基地|平台|案件|线索|资产|规模|存款|贷款|债券|专利|公路|铁路|税收|利润)$",
                noun,
            )
            else ""
        )
    return _clean_noun(bare)


# A unit, a period or a wish is nothing one measures.
_NO_MEASURE = re.compile(
    r"^每|(?:办公室|委员会|局|厅|部门|单位|政府|政协|党组)$|^(?:原则上|不少于|至少|最多)"
)
_REACHED = re.compile(
    r"(?:^|共|累计|已|先后|将|要|再|又|分别)(?:实现|完成|取得|安排|拨付|落实|新增|新建|改造|建成|建设|调整|打造|培育|引进|盘活|整治|修建|维修|提升|带动|拉动|撬动|压减|清理|发放|办理|走访|收集|开通|投放|种植|新开|改扩建|新改建|报送|受理|立案|办结|征集|印发|举办|承办|评选|表彰|开展|实施|化解|救助|解决|减免|争取|签约|开工|竣工|投放|收回)"
    r"(?P<noun>[\u4e00-\u9fff]{2,12})$"
)
_LEADING = re.compile(
    r"^(?:到位|\d{1,2}[.．、]|[一二三四五六七八九十]是|其中|同时|此外|另外|目前|截至|截止|到|上半年|下半年|今年|去年|全年|末|前[一二三四五六七八九十\d]+(?:季度|个?月)|[一二三四]季度|第[一二三四]季度|年末|年底|\d+月(?:份|底|末)?|\d{4}年(?:底|末)?|[\d—\-]+月|"
    r"通报的|其|除|这项|该项|如果|已经|已|预计|力争|确定了|预期|实现(?!率)|完成(?!率|额|量|情况)|全部|使|让|对|以|的|了|也|都|各|将|要|，|、|和|及|与|在|从|经过|当年|累计|即|约|全社会(?=固定))+"
)


def _clean_noun(words: str) -> str:
    noun = words.split("，")[-1].split("；")[-1].split("：")[-1]
    noun = _CUTS.sub("", noun)
    noun = re.sub(r"^.*[”]", "", noun) if noun.count("”") > noun.count("“") else noun
    noun = _LEADING.sub("", noun).strip("的、，和及与“” ")
    noun = re.sub(r"^\d+(?:\.\d+)?[件个项家条所处户名]", "", noun)
    if noun.endswith("每") or _NO_MEASURE.search(noun):
        return ""
    noun = re.sub(r"(?:指标|工作|情况|方面|发展)$", "", noun)
    noun = re.sub(r"(?<=[\u4e00-\u9fff]{2})(?:实现|完成)(?=[\u4e00-\u9fff]{2})", "", noun)
    return "" if _BARE_NOUN.match(noun) or len(noun) < 2 else noun


def _noun_after(text: str, quantity: Quantity, words: str) -> str:
    """ "培育30个标杆": what is counted stands behind the figure."""
    bare = _TAIL.sub("", words)
    if not (_BUILDS.search(words.rstrip()) or bare == "" or _BUILDS.search(bare)):
        return ""
    if re.search(rf"(?:{_GROW}|{_FALL})(?:了|到|至)?$", words):
        return ""
    match = _NOUN_AFTER.match(text, quantity.end)
    if not match:
        return ""
    noun = re.split(r"以上|左右|以下|以内|，|。|；|、|，|并|的(?=目标)", match.group())
    first = next((part for part in noun if len(part) >= 2), "")
    if first.count("（") != first.count("）"):
        return ""
    return first if 2 <= len(first) <= 20 else ""


def _without_region(noun: str, region: str) -> str:
    noun = _LEADING.sub("", noun)
    if region and noun.startswith(region):
        noun = noun[len(region) :]
    places = regions_in(noun)
    if places and places[0].start == 0:
        noun = noun[places[0].end :]
    return _LEADING.sub("", noun).strip("的、，和及与“”（） ")


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
    moved = re.search(rf"(?:{_GROW}|{_FALL}|负增长)(?:了|到|至)?$", words)
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
        and re.search(rf"(?:{_FALL})(?:了)?$", before)
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
    names = _joint_names(figure.indicator)
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


def _in_turn(text: str, left: Span, figure: Figure, out: list[Figure], turn: list[str]) -> Figure:
    """The second and third figure of "分别增长21、9.4" belong to the second and third name."""
    if turn and text[left.start : left.end] in ("和", "、", "与"):
        before = out[-1]
        return replace(
            figure,
            indicator=turn.pop(0),
            comparison=before.comparison,
            value=_same_sign(before, figure.quantity),
        )
    turn.clear()
    return figure


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


_MEASURED = re.compile(
    r"(?:值|收入|支出|投资|总额|产量|用电量|贷款|存款|余额|利润|税收|进出口|人数|率|增速|销售额|零售总额|就业|财政收入|总值)$"
)


def _joint_names(noun: str) -> list[str]:
    parts = re.split(r"[、和与]|以及", noun)
    return (
        parts
        if len(parts) > 1 and all(_MEASURED.search(part) and len(part) >= 3 for part in parts)
        else [noun]
    )
