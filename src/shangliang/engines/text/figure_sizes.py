"""Which quantities are figures of a report: measured, not passing, and not the size of something else."""

from __future__ import annotations

import re

from .mapped import Span
from .quantities import Quantity

# Days, pages and ranks are told in passing, unless they are what is measured.
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
        "位",
        "名次",
    }
)

# What is measured in years, days or hours: "人均预期寿命78.4岁", "优良天数达到312天".
_LASTING = re.compile(
    r"(?:寿命|年龄|年限|天数|日数|时长|时间|时数|周期|场次|人数|床位)(?:比|较|平均|提高|增加|延长|缩短|压缩|减少|达|为|到|至|已|了|约|仅|由|从|的)*$"
)
# "税收500万元以上企业6家": how large the things are that are counted next.
_THRESHOLD = re.compile(r"(?:以上|以下|以内)的?(?:[\u4e00-\u9fff“”]{2,12})(?=[\d约近达共有为由从])")
# "产值超10亿元企业6家".
_LARGE = re.compile(r"的?(?:企业|项目|园区|集群|乡镇|镇|村|产业)(?=[\d约近达共有])")

# "完成年初预算5200万元的48%", "比上年同期300万元减收20万元": what a figure is held against.
_WHOLE_OF = re.compile(r"(?:（[^（）]{1,12}）)?的(?:约|近)?\d+(?:\.\d+)?%")
_BASE = re.compile(r"[比较](?:上年|去年|年初|上月|同期|上年末)[^，。；、\d]{0,6}$")
_MOVED = re.compile(r"[增减多少升降]|下降|提高|净")


def is_measure(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether a quantity is a figure of its sentence rather than a size or a lapse of time."""
    if quantity.bound and quantity.unit not in ("%", "倍", "个百分点"):
        at = quantity.end - len(quantity.bound)
        size = _THRESHOLD.match(text, at, at + 24)
        if size and not re.match(r"[和与及或并占比较，、]", text[quantity.end :]):
            return False
    if text[quantity.start - 1 : quantity.start] == "超" and _LARGE.match(text, quantity.end):
        return False
    if quantity.unit != "%" and _WHOLE_OF.match(text, quantity.end):
        return False
    before = text[max(sentence.start, quantity.start - 16) : quantity.start]
    if _BASE.search(before) and _MOVED.match(text, quantity.end):
        return False
    if quantity.unit not in _SKIP_UNITS:
        return True
    return bool(_LASTING.search(text[max(sentence.start, quantity.start - 24) : quantity.start]))
