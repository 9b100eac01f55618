"""Quantities: value, unit, sign, range, 万／亿, percent against percentage points.

A hyphen is a minus after a name ("示范区-12.4%"), a range between figures ("1-2个"); nothing is
guessed: what is interpreted says so in ``note``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .mapped import Span
from .names import number_names
from .numerals import numeral

_FIGURE = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?"
_SCALE = r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?=[元人亩吨多余户家个件册头只]|公[里顷斤]|平方|立方)|百(?=[元人亩吨多余]))"
_MEASURE = (
    "个百分点|百分点|个工作日|工作日|个月|％|%|‰|倍|番|成|"
    "元/(?:平方公里|平方米|立方米|吨|亩|人|年|月|户|公斤|斤|千克|度|小时|天|张|次)|载重吨|微克/立方米|微克／立方米|毫克/升|吨/小时|人/平方公里|平方千米|平方公里|平方米|立方米|公顷|亩|千米|公里|米|厘米|"
    "千瓦小时|千瓦时|吨公里|人公里|度电|度(?=[，,。；;、）])|千瓦|兆瓦|吨标准煤|标准煤|吨|公斤|千克|斤|克|标箱|"
    "美元|欧元|港元|元|人次|人|名|户|家|个|项|件|条|份|次|台|套|重量箱|辆|架|艘|所|座|处|间|张|页|篇|部(?![门委分长队])|门|批|"
    "位|名次|场|期|轮|步|只|头|羽|尾|棒|袋|盏|根|床|批次|户次|株|棵|册|卷(?!本)|本|宗|起|例|对|支|片|块|栋|幢|层|级|类|种|款|道|口|眼|站|点|"
    "天|日|小时|分钟|个月|周|年|岁|届|TB|PB|GB|MB|EFlops|PFlops|MW|GW|kW|千赫|兆"
)
_TAIL = r"(?:以上|以下|以内|左右|上下|之内|多|余)?"
_ARABIC = re.compile(
    rf"(?P<sign>(?<![\d.])[-－−+](?=\d))?(?P<low>{_FIGURE})(?P<lowunit>{_SCALE}?%?)(?:(?<=[万亿])(?P<rest>\d{{1,4}})(?P<part>[百千]?万|[百千](?P<over>多|余)?万?))?(?:\s*(?:[-—–~～至]|到)\s*(?P<high>{_FIGURE}))?"
    rf"(?P<about>多|余|几)?(?P<scale>{_SCALE})?(?P<about2>多|余)?(?P<scale2>亿)?(?P<unit>{_MEASURE})?(?P<tail>{_TAIL})"
)
_SHARE = re.compile(r"百分之(?P<said>[〇零一二两三四五六七八九十百点]+)(?:以上|以下|左右)?")
_SAID = re.compile(
    r"(?P<said>[一二两三四五六七八九][〇零一二两三四五六七八九十百千万亿点]{0,12}[百千万亿](?:多|余)?(?=万?亿?(?:元|吨|亩|人|公里|平方|千瓦|倍|个百分点|成|套|户|家|名|所|座|件|张|辆|间|栋|台))|[一二两三四五六七八九十]{1,3})(?P<unit>万?亿?(?:元|吨|亩|人次|公里|平方米|平方公里|千瓦|套|户|家|名|人|所|座|件|张|辆|间|栋|台)|倍|个百分点|成(?=[，。；以多左]))"
)
_POINTS = re.compile(
    r"(?:增速|增幅|涨幅|降幅|比重|占比|比例|率|份额)[^，。；%]{0,12}(?:增加|提高|提升|上升|下降|降低|扩大|收窄|回落|加快|下滑|提速)(?:了|到了)?$"
)
_LOST = re.compile(
    r"(?:增长|下降|增加|减少|提高|上升|降低|增幅|增速|涨幅|降幅)(?:了|为|达|达到)?(?:\d+(?:\.\d+)?(?:和|、|与))*$"
)
# Figures after these are no quantities.
_NOT_AFTER = re.compile(r"[A-Za-z_〔\[]$|第$")


@dataclass(frozen=True)
class Quantity:
    """A quantity at ``start:end``. ``high`` is set for a range; ``value`` then is the low end."""

    start: int
    end: int
    words: str
    value: float
    unit: str
    high: float | None = None
    bound: str = ""
    note: str = ""
    lost_sign: bool = False


def quantities_in(text: str, taken: Sequence[Span] = ()) -> list[Quantity]:
    """The quantities of a cleaned text, without dates (``taken``) and numbers that are names."""
    closed = [*taken, *number_names(text)]
    closed.sort(key=lambda span: span.start)
    out: list[Quantity] = []
    out.extend(_rowed(text, _free(_arabic(text), closed)))
    out.extend(_free(_said(text), closed))
    out.sort(key=lambda quantity: quantity.start)
    return out


def _free(found: list[Quantity], closed: list[Span]) -> list[Quantity]:
    out, rank = [], 0
    for quantity in found:
        while rank < len(closed) and closed[rank].end <= quantity.start:
            rank += 1
        if rank < len(closed) and closed[rank].start < quantity.end:
            continue
        out.append(quantity)
    return out


_ROW = re.compile(r"、|和|与|及|以及")


def _rowed(text: str, found: list[Quantity]) -> list[Quantity]:
    """A row says its unit once, behind the last: "3.9、6.4和5.6个百分点", "0.6个、2.3个百分点".

    What stands in no row and has no unit counts nothing here.
    """
    out: list[Quantity] = []
    after: Quantity | None = None
    for quantity in reversed(found):
        in_row = after is not None and bool(_ROW.fullmatch(text[quantity.end : after.start]))
        if after is not None and in_row and _short_for(quantity.unit, after.unit):
            begun = text[quantity.start - 1 : quantity.start]
            if quantity.unit or re.fullmatch(r"[\u4e00-\u9fff、]", begun):
                quantity = replace(quantity, unit=after.unit, lost_sign=False)
        if quantity.unit or quantity.lost_sign:
            out.append(quantity)
            after = quantity
        else:
            after = None
    return out[::-1]


def _short_for(unit: str, whole: str) -> bool:
    """Whether a unit is the beginning of another: none, 个 of 个百分点, 万 of 万人."""
    return bool(whole) and unit != whole and (not unit or unit in ("个", "万", "亿", "千", "百")) and whole.startswith(unit)  # fmt: skip


def _number(words: str) -> float:
    return float(words.replace(",", ""))


_FACTORS = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}


def _times(scale: str) -> float:
    """How much a word of scale multiplies: 千多万 is ten million."""
    return math.prod(_FACTORS.get(sign, 1.0) for sign in scale)


def _arabic(text: str) -> list[Quantity]:
    out: list[Quantity] = []
    for match in _ARABIC.finditer(text):
        start = match.start()
        if _NOT_AFTER.search(text[max(0, start - 2) : start]):
            continue
        unit = _unit(match)
        lost = not unit and bool(_LOST.search(text[max(0, start - 24) : start]))
        end = match.end()
        if not unit and not lost and not _ROW.match(text, end):
            continue
        value = _number(match["low"])
        if match["rest"]:  # "1亿3千多万人次" is 1.3亿人次
            value += _number(match["rest"]) * _times(match["part"]) / _times(match["lowunit"])
        high = _number(match["high"]) if match["high"] else None
        sign = match["sign"] or ""
        if sign in ("-", "－", "−"):
            value = -value
        note = ""
        if unit == "%" and _POINTS.search(text[max(0, start - 24) : start]):
            unit, note = "个百分点", "写作“%”，按“个百分点”理解"
        about = (
            (match["over"] or "") + (match["about"] or "") + (match["about2"] or "") + match["tail"]
        )
        out.append(Quantity(start, end, match.group(), value, unit, high, about, note, lost))
    return out


def _unit(match: re.Match[str]) -> str:
    """ "4万多亿元" counts in 万亿元: what stands before and after 多 belongs together."""
    first = "" if match["high"] and match["scale"] else match["lowunit"]
    parts = (first, match["scale"], match["scale2"], match["unit"])
    unit = "".join(part for part in parts if part).replace("％", "%")
    if match["lowunit"] == "%":
        unit = "%"
    return "个百分点" if unit == "百分点" else unit


_COUNTED = frozenset("套户家名人所座件张辆间栋台")


def _said(text: str) -> list[Quantity]:
    out: list[Quantity] = []
    for match in _SHARE.finditer(text):
        value = numeral(match["said"])
        if value is not None:
            out.append(Quantity(match.start(), match.end(), match.group(), value, "%"))
    for match in _SAID.finditer(text):
        said = match["said"].rstrip("多余")
        value = numeral(said)
        if value is None or (match.start() and text[match.start() - 1] in "第之"):
            continue
        unit = match["unit"]
        if unit in _COUNTED and not re.search("[百千万亿]", said):
            continue  # 三家, 一件: said in passing
        # 三亿元 counts 亿元 as 3亿元 does; 三千二百万元 counts 万元.
        for scale in ("亿", "万"):
            head = said.removesuffix(scale)
            if head != said and (small := numeral(head)) is not None:
                value, unit = small, scale + unit
                break
        out.append(Quantity(match.start(), match.end(), match.group(), value, unit))
    return sorted(out, key=lambda quantity: quantity.start)
