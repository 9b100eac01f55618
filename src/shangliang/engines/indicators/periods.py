"""Periods: month, quarter, half, year, as bureaux write them; codes sort as text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

CN = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11,
    "上": 1, "下": 2, "前三": 3,
}  # fmt: skip
_YEAR = r"(?P<y>(?:19|20)\d{2})\s*年?"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[Qq](?P<n>[1-4])\s*[-/—–]?\s*(?P<y>(?:19|20)\d{2})(?!\d)"), "Q"),
    (re.compile(rf"{_YEAR}\s*[-—–]?\s*[Qq](?P<n>[1-4])"), "Q"),
    (re.compile(rf"{_YEAR}\s*第?(?P<c>[一二三四1-4])\s*季度?"), "Q"),
    (re.compile(rf"{_YEAR}\s*(?P<c>前三)季度?"), "Q"),
    (re.compile(rf"{_YEAR}\s*(?P<c>[上下])半年"), "H"),
    (re.compile(rf"{_YEAR}\s*[-—–]?\s*[Hh](?P<n>[12])"), "H"),
    (re.compile(rf"{_YEAR}\s*1\s*(?:月份?)?\s*[-—–~～至到]+\s*(?P<n>1[0-2]|[2-9])\s*月份?"), "R"),
    (re.compile(rf"{_YEAR}\s*前\s*(?P<c>十一|[二三四五六七八九十]|1[01]|[2-9])个月"), "R"),
    (re.compile(rf"{_YEAR}\s*(?P<n>1[0-2]|0?[1-9])\s*月份?"), "M"),
    (re.compile(r"(?P<y>(?:19|20)\d{2})[-/.M](?P<n>1[0-2]|0?[1-9])(?!\d)"), "M"),
    (re.compile(r"(?P<y>(?:19|20)\d{2})-?M(?P<n>1[0-2]|0?[1-9])(?!\d)"), "M"),
    (re.compile(rf"{_YEAR}\s*(?:全年|年度|年底|年末)?$"), "Y"),
)  # fmt: skip
# 二〇二五年, 二零二五年: the year alone, digit by digit.
_SPELT = re.compile(r"[二一][〇○零一二三四五六七八九]{3}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12}


@dataclass(frozen=True, order=True)
class Period:
    """``freq`` M Q H Y and its number within the year (1 for a year)."""

    year: int
    freq: str
    number: int

    @property
    def code(self) -> str:
        """2026, 2026H1, 2026Q3, 2026M07."""
        if self.freq == "Y":
            return str(self.year)
        return (
            f"{self.year}{self.freq}{self.number:02d}"
            if self.freq == "M"
            else f"{self.year}{self.freq}{self.number}"
        )

    @property
    def last_month(self) -> int:
        return MONTHS[self.freq] * self.number

    @property
    def ends(self) -> date:
        """Its last day."""
        month = self.last_month
        following = date(self.year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)

    def last_year(self) -> Period:
        """The same period a year before (同期)."""
        return Period(self.year - 1, self.freq, self.number)

    def before(self) -> Period:
        """The period just before (上期)."""
        if self.number > 1:
            return Period(self.year, self.freq, self.number - 1)
        return Period(self.year - 1, self.freq, 12 // MONTHS[self.freq])

    def after(self) -> Period:
        if self.number < 12 // MONTHS[self.freq]:
            return Period(self.year, self.freq, self.number + 1)
        return Period(self.year + 1, self.freq, 1)

    def label(self, cumulative: bool = False) -> str:
        """As offices say it: 2026年上半年, 2026年1—7月, 2026年三季度."""
        if self.freq == "Y" or (cumulative and self.last_month == 12):
            return f"{self.year}年"
        if self.freq == "H":
            return f"{self.year}年{'上下'[self.number - 1]}半年"
        if self.freq == "Q":
            if cumulative:
                return f"{self.year}年{('一季度', '上半年', '前三季度')[self.number - 1]}"
            return f"{self.year}年{'一二三四'[self.number - 1]}季度"
        return (
            f"{self.year}年1—{self.number}月"
            if cumulative and self.number > 1
            else f"{self.year}年{self.number}月"
        )


def parse(text: str) -> Period | None:
    """The first period named in ``text``, ``None`` when none is.

    1—3月, 1—6月, 1—9月, 1—12月 are the cumulated quarters; other 1—n月 are the month n.
    """
    said = unicodedata.normalize("NFKC", text).strip()
    if month := re.fullmatch(r"((?:19|20)\d{2})(0[1-9]|1[0-2])", said):
        return Period(int(month[1]), "M", int(month[2]))
    said = _SPELT.sub(lambda year: year[0].translate(_DIGITS), said)
    for pattern, freq in _FORMS:
        if not (match := pattern.search(said)):
            continue
        groups = match.groupdict()
        year = int(groups["y"])
        if freq == "Y":
            return Period(year, "Y", 1)
        word = groups.get("c")
        number = (CN.get(word) or int(word)) if word else int(groups["n"])
        if freq == "R":
            return Period(year, "Q", number // 3) if number % 3 == 0 else Period(year, "M", number)
        return Period(year, freq, number)
    return None


def of_code(code: str) -> Period:
    """Back from ``code``. Raises ValueError for anything else."""
    match = re.fullmatch(r"(\d{4})(?:([HQM])(\d{1,2}))?", code)
    if not match:
        raise ValueError(f"不是期间代码：{code}")
    freq, number = match[2] or "Y", int(match[3] or 1)
    if not 1 <= number <= 12 // MONTHS[freq]:
        raise ValueError(f"没有这个期间：{code}")
    return Period(int(match[1]), freq, number)


def gaps_between(codes: list[str]) -> list[str]:
    """Codes missing between the first and the last of one frequency."""
    found = sorted({of_code(code) for code in codes})
    missing: list[str] = []
    for one, other in zip(found, found[1:], strict=False):
        if one.freq != other.freq:
            continue
        step = one.after()
        while step < other:
            missing.append(step.code)
            step = step.after()
    return missing
