"""How a figure is meant: against what, with which sign, reached, aimed at or supposed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .dates import Anchor
from .figure_names import FALL, GROW
from .mapped import Span
from .quantities import Quantity

if TYPE_CHECKING:
    from .figure_rows import Figure

_COMPARE = re.compile(
    r"同比|环比|比上年同期|比去年同期|较上年同期|较去年同期|比上年|比去年|较上年|较去年|比上月|比(?:19|20)\d\d年|(?:高于|低于|不低于|超过|超)(?:全国|全省|全市|全县|时序进度|预期)?(?:平均(?:水平|增速)?|进度|目标)|"
    r"居(?:全国|全省|全市|全县)[^，。；、]{1,8}|(?:排名?|位居|排)(?:全国|全省|全市|全县)?[^，。；]{0,2}第[一二三四五六七八九十\d]+位?"
)


_AFTER = re.compile(
    r"^[，,、]?(?:并|且)?(?P<said>(?:高于|低于|超过|超|居(?!民)|排名?|位居|列)[^，。；]{2,18})"
)


def comparison_of(text: str, left: Span, quantity: Quantity) -> str:
    clause = last_clause(text, left)
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


def signed_value(text: str, left: Span, quantity: Quantity) -> float:
    """A fall is negative where the figure is a change; "降到" states a level and stays."""
    before = text[max(left.start, quantity.start - 6) : quantity.start]
    if (
        quantity.value > 0
        and quantity.unit in ("%", "个百分点", "‰", "倍")
        and re.search(rf"(?:{FALL})(?:了)?$", before)
    ):
        return -quantity.value
    return quantity.value


_TARGET = re.compile(
    r"目标(?!任务的|的(?:约|仅|只)?[\d百])|力争|争取|确保(?!”)|计划(?!生育|总投资|投资|任务的)|预期|预计|要实现|达到[^，。；]{0,14}以上|到20\d\d年(?!底?[，]?已)|(?!(?<=[，。；：])将[^，。；]{2,24}(?:提高|降低|下调|上调|纳入|列入|调整|压缩|缩短)[到至为]?)将(?!近)|(?<![主重需首只摘])要(?!素|求)|拟|有望|[日底末](?:之|以)?前(?=完成|建成|开工|实现|达到|全部)|提出(?=[^，。；]{0,16}(?:目标|要求|力争|到20))"
)


# "主要预期目标是：…，…，…": the whole list is aimed at.
_AIMS = re.compile(r"(?:预期|主要|工作|发展|奋斗|任务)目标(?:任务)?(?:是|为|：)[^。]*$")


SUPPOSE = re.compile(r"如果|假如|假设|倘若|若(?!干)")


# "计划改造120个，目前已开工86个，开工率71.7%": what stands after 目前 is told.
_NOW = re.compile(r"目前|现已|截至|已(?:经)?(?:完成|开工|建成|改造|到位|支出|达)")
_ACTUAL = re.compile(r"超过|超额|已|了|目前|累计完成|去年|上半年|上年|过去|一年来|五年来")


def kind_of(text: str, sentence: Span, quantity: Quantity, supposed: bool) -> str:
    if supposed:
        return "hypothetical"
    clause = last_clause(text, Span(sentence.start, quantity.start))
    low, high = max(sentence.start, clause.start - 30), quantity.end + 8
    aimed = [m.end() for m in _TARGET.finditer(text, low, high + 4) if m.end() <= high]
    since = text[aimed[-1] : quantity.start] if aimed else ""
    if aimed and not _ACTUAL.search(text[clause.start : quantity.start]) and not _NOW.search(since):
        return "target"
    if re.search(
        r"确定了|目标(?!任务的|的(?:约|仅|只)?[\d百])", text[quantity.end : quantity.end + 20]
    ):
        return "target"
    if _AIMS.search(text[sentence.start : quantity.start]):
        return "target"  # all that stands under "主要预期目标是："
    return "actual"


_BOUND = re.compile(r"(?:以上|左右|以内|以下)$")


def kind_within(figure: Figure, text: str, when: str, headed: bool, anchor: Anchor) -> str:
    """A figure that is not said to be reached, of a period that is not over, is aimed at.

    What is only estimated (预计) of a period that was over on the document's own day is told, not
    aimed at. ``when``: its period in days; ``headed``: it stands under a heading of targets or of
    work to do.
    """
    ends = when.rpartition("/")[2]
    if figure.kind == "hypothetical" or not ends or anchor.year is None:
        return figure.kind
    over = anchor.day.isoformat() if anchor.day else f"{anchor.year}-01-01"
    start, end = figure.quantity.start, figure.quantity.end
    if figure.kind == "target":
        low = max(text.rfind(stop, 0, start) for stop in "。；") + 1
        return "actual" if ends <= over and not _WANTED.search(text[low : end + 12]) else "target"
    bound = _BOUND.search(text[start : end + 2])
    said = text[max(figure.span.start - 12, 0) : start]
    aimed = ends > over and (headed or bound) and not _REACHED.search(said)
    return "target" if aimed else figure.kind


# Words of a wish; 预计, 有望 and "达到…以上" are none.
_WANTED = re.compile(
    r"目标|任务|力争|争取|确保(?!”)|计划(?!生育)|要实现|(?<![主重需首只摘])要(?!素|求)|拟|到20\d\d年"
)
_REACHED = re.compile(r"已|累计|共?完成了|实现了|达到了|目前|截至|去年|上年")


def last_clause(text: str, left: Span) -> Span:
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
