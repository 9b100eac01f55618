"""The words around a figure: what stands before it in its clause, which places it may be of."""

from __future__ import annotations

import re
from bisect import bisect_right

from .comparisons import last_clause
from .dates import DateFound
from .figure_names import LEADING, OF_PLAN, TAIL
from .mapped import Span
from .quantities import Quantity

_OF_EACH = re.compile(
    r"[，,]?(?:分别)?(?:增[速幅长]|[降涨]幅|下降|减少)?(?:分别)?(?:为|是|达|达到)?$"
)


def run_before(text: str, places: list[Span], left: Span, length: int) -> list[Span]:
    """As many places as figures, listed in the clause before: "北山县和东陵区，降幅为4.6%、0.8%"."""
    if not _OF_EACH.fullmatch(text[last_clause(text, left).start - 1 : left.end]):
        return []
    run = [p for p in places if p.end <= left.end][-length:]
    between = {text[a.end : b.start] for a, b in zip(run, run[1:], strict=False)}
    return run if len(run) == length and between <= {"、", "和", "与"} else []


def left_of(text: str, before: int, quantity: Quantity) -> Span:
    """The words before a figure; a bracket that holds nothing but the figure is no word of them."""
    end = quantity.start
    if text[end - 1 : end] == "（" and text[quantity.end : quantity.end + 1] == "）":
        end -= 1
    if text[before : before + 1] == "）" and before < end:
        before += 1
    return Span(before, end)


_NAMED_BY = re.compile(r"[\u4e00-\u9fff]{2}(?:[率额值量]|收入|支出|投资|总值|人数|余额|面积|里程)$")


def after_date(text: str, clause: Span, dates: list[DateFound]) -> Span:
    """A clause without the date it opens with: "10月10日前资金支付率" names the rate."""
    rank = bisect_right(dates, clause.end, key=lambda d: d.end)
    if not rank or dates[rank - 1].start < clause.start:
        return clause
    opening = text[clause.start : dates[rank - 1].start]
    after = text[dates[rank - 1].end : clause.end]
    if _NAMED_BY.search(opening) and not TAIL.sub("", after):
        return clause  # "就业率去年底达到83%"
    if len(opening) > 3 and re.search("[由从比较与同]$", opening):
        return clause  # "税收占比由去年同期的68%降至65%": the name stands before
    end = dates[rank - 1].end
    more = re.match(
        r"(?:之前|以前|之内|以内|以来|前|底|末|，|相比|预算数?(?=[增减]))*", text[end : clause.end]
    )
    return Span(end + (more.end() if more else 0), clause.end)


def is_followed(text: str, quantity: Quantity) -> bool:
    """Whether a noun stands right behind a figure: "22个项目", not "22个以上，"."""
    return bool(
        re.match(
            r"(?!全部|已|均|都)[\u4e00-\u9fff“](?<![和与及或并的左以，])",
            text[quantity.end : quantity.end + 2],
        )
    )


def only_verbs(text: str, words: str, own: list[Span]) -> bool:
    """Whether nothing but verbs of measure and places stand before a figure: its name is carried."""
    if re.match(r"[，,]?(?:约|仅|只)?占[^，。；]{2,16}$", words):
        return True
    words = OF_PLAN.sub("", words)
    for place in own:
        words = words.replace(text[place.start : place.end], "")
    words = re.sub(r"(?:的有|的是|其中|分别是|有|是|为|：|、|和)$", "", words)
    rest = LEADING.sub("", TAIL.sub("", words)).strip("的、，和与“”（） ")
    return not rest or bool(
        re.search(r"(?:的有|的是|最[快慢高低大小]|较[快慢高低大小]|负增长|唯一)", words)
    )
