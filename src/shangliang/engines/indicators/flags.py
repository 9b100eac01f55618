"""Flags: what is doubtful about figures, each with its place and words; nothing is mended in silence."""

from __future__ import annotations

from dataclasses import dataclass, replace

# What each code means, for the legend of a page and of the command line.
KINDS = {
    "percent_points": "百分比和百分点混用",
    "wan_yi": "万和亿混用",
    "unit": "单位对不上",
    "minus_lost": "可能丢了负号",
    "double_minus": "双重负号",
    "minus_from_words": "按文字读作负数",
    "triangle": "三角号不明",
    "brackets": "括号不明",
    "separator": "逗号不在千位",
    "region_unknown": "地区不认识",
    "region_renamed": "地区改过名",
    "region_ended": "地区已撤并",
    "indicator_unknown": "指标不认识",
    "two_revisions": "同一个数报了两次",
    "revised": "与已记的数不同",
    "period_missing": "缺期",
    "period_unknown": "看不出期间",
    "period_open": "期间还没有过完",
    "weights_sum": "权数合计不是一",
    "weight_missing": "缺权数",
    "weight_extra": "权数多出",
    "mean_refused": "不能平均",
    "shifted_column": "列可能错了一位",
    "word_table": "像从Word粘来的表",
    "formula_cell": "公式没有算好",
    "formula_error": "公式出错",
    "date_as_number": "数被当成日期",
    "direction_changed": "指标高低方向变过",
    "text": "不是一个数",
    "far_off": "与往期相差太大",
    "missing": "缺数",
    "claim": "说法与数据",
    "anomaly": "两个指标走势相反",
}


@dataclass(frozen=True)
class Flag:
    """``code`` is one of KINDS; ``stops``: the figure is not taken until somebody decides."""

    code: str
    words: str
    stops: bool = False
    region: str = ""
    indicator: str = ""
    period: str = ""
    row: int | None = None

    @property
    def kind(self) -> str:
        return KINDS[self.code]

    def at(self, **place: object) -> Flag:
        """The same flag at its place."""
        return replace(self, **place)  # type: ignore[arg-type]


def flag(code: str, words: str, stops: bool = False) -> Flag:
    """A flag of a known kind."""
    if code not in KINDS:
        raise KeyError(code)
    return Flag(code, words, stops)
