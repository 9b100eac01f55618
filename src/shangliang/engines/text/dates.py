"""Points and periods of time, read against the document's own anchor and never changed.

``resolved`` is an ISO day, or two days with "/" between for a period, "" where the anchor is missing.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .numerals import numeral, year_of

_CN = "〇零一二三四五六七八九十"
_YEAR = r"(?P<year>(?:19|20)\d{2}|[一二][〇零○oO九八七一二三四五六]{3})年"
_MONTH = rf"(?P<month>1[0-2]|0?[1-9]|[{_CN}]{{1,3}})月(?:份)?"
_DAY = rf"(?P<day>3[01]|[12]\d|0?[1-9]|[{_CN}]{{1,3}})(?:日|号)"
_PART = r"(?P<part>上半年|下半年|前?第?[一二三四1-4](?:个)?季度|前[一二三四五六七八九十]{1,2}个?月|年底|年末|年初|年中|年内|底|末|初|[上中下]旬)"
_WORD = r"(?P<word>今年|本年度?|去年|上年|前年|明年|来年|后年|当年)(?:同期)?"
_EDGE = r"(?P<edge>底?(?:之前|以前|前)|底|末|初|起|以来|来)?"
_DATE = re.compile(
    "|".join(
        (
            r"(?P<badyear>(?:19|20)\d{2})年(?P<badmonth>0|1[3-9]|[2-9]\d)月(?:\d{1,2}日)?",
            rf"(?:{_YEAR}(?:同期)?|{_WORD})(?:度)?(?:的)?(?:{_MONTH}(?:{_DAY})?)?(?:{_PART})?",
            r"(?P<iso>(?:19|20)\d{2}[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9]))(?!\d)",
            r"(?P<m1>1[0-2]|[1-9])[—–\-至~～](?P<m2>1[0-2]|[1-9])月(?:份)?",
            r"(?<![\d个.])(?P<bmonth>1[0-2]|0?[1-9])月(?:(?P<bday>3[01]|[12]\d|0?[1-9])(?:日|号)|份|(?P<bpart>底|末|初|[上中下]旬))?",
            r"(?<![〇零一二三四五六七八九十百千万两几数多每本当])(?P<cmonth>十[一二]|[一二三四五六七八九十])月(?![一内]|之内|以内|革命)(?:(?P<cday>[二三]?十?[一二三四五六七八九十])日|份|(?P<cpart>底|末|初|[上中下]旬))?",
            r"(?P<half>上半年|下半年|前三季度|第?[一二三四1-4]季度|前[一二三四五六七八九十]个月)",
            r"(?P<rel>年底|年末|年初|年内|年中|月底|月初|月末|季末|季度末|本月|上月|下月|上个月|下个月|本季度|上季度|下季度|本周|上周|下周)",
            r"(?P<near>(?:近|过去|最近)(?:的)?[一二两三四五六七八九十\d]{1,3}年(?:多)?)",
            r"(?P<days>昨天|今天|明天|前天|后天|昨日|今日|明日)(?P<hour>上午|下午|晚上)?",
        )
    )
)
_NOT_BEFORE = "万百千十个多"


@dataclass(frozen=True)
class DateFound:
    """A date at ``start:end``; ``how`` tells what it rests on, ``trouble`` why it cannot be."""

    start: int
    end: int
    words: str
    kind: str
    resolved: str = ""
    how: str = ""
    trouble: str = ""

    @property
    def first(self) -> date | None:
        """The first day meant, if resolved."""
        return _day(self.resolved.split("/")[0])

    @property
    def last(self) -> date | None:
        """The last day meant, if resolved."""
        return _day(self.resolved.split("/")[-1])


@dataclass(frozen=True)
class Anchor:
    """What relative dates are measured from: ``status`` is stated, inferred or missing."""

    year: int | None = None
    day: date | None = None
    status: str = "missing"
    why: str = ""


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def dates_in(text: str, anchor: Anchor | None = None) -> list[DateFound]:
    """Every date of a cleaned text; relative ones resolved where the anchor allows."""
    anchor = anchor or Anchor()
    out: list[DateFound] = []
    year: int | None = None  # "2026年…，9月底": a bare month follows the year of its sentence
    last_end = 0
    for match in _DATE.finditer(text):
        if not match.group() or _is_false(text, match):
            continue
        if re.search("[。！？]", text[last_end : match.start()]):
            year = None
        found = _read(match, anchor, year)
        if found.first and match.groupdict().get("year"):
            year = found.first.year
        last_end = match.end()
        out.append(found)
    return out


def _is_false(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() else ""
    words = match.group()
    if match["half"] and before and words[0] in "一二三四1234" and before in "、十第前0123456789":
        return before != "、"
    if match["word"] and words.startswith("来年") and before == "年":
        return True  # 五年来年均
    if match["days"] and before in tuple("的好丽造赢向往们"):
        return True
    if match["rel"] and before and (before in "每各" or before.isdigit()):
        return True
    if match["word"] and words.startswith("当年"):
        return True
    if match["bmonth"] and (before.isdigit() or before in tuple("./-")):
        return True
    if match["cmonth"] and before in _NOT_BEFORE and before:
        return True
    return bool(match["rel"] == "年中" and text[match.end() : match.end() + 1] not in "，。前后")


def _read(match: re.Match[str], anchor: Anchor, year: int | None) -> DateFound:
    words = match.group().removesuffix("的")
    start, end = match.start(), match.start() + len(words)
    g = match.groupdict()
    base = DateFound(start, end, words, "relative")
    if g["badmonth"]:
        return replace(base, kind="absolute", trouble=f"没有第{int(g['badmonth'])}个月")
    if g["iso"]:
        y, m, d = (int(part) for part in re.split(r"[-./]", g["iso"]))
        return _absolute(base, y, m, d, "")
    if g["year"]:
        known = year_of(g["year"])
        return _with_parts(
            replace(base, kind="absolute"), known, g["month"], g["day"], g["part"], "文中写明"
        )
    if g["word"]:
        shift = {"去": -1, "上": -1, "前": -2, "明": 1, "来": 1, "后": 2}.get(g["word"][0], 0)
        known = anchor.year + shift if anchor.year else None
        return _with_parts(
            base, known, g["month"], g["day"], g["part"], f"按{anchor.why}" if known else ""
        )
    known = year or anchor.year
    how = "" if known is None else ("按同句所写年份" if year else f"按{anchor.why}")
    if g["m1"]:
        first, last = int(g["m1"]), int(g["m2"])
        span = _months(known, first, last) if known and first <= last else ""
        return replace(base, kind="month", resolved=span, how=how)
    if g["bmonth"] or g["cmonth"]:
        month = g["bmonth"] or g["cmonth"]
        day = g["bday"] or g["cday"]
        return _with_parts(
            replace(base, kind="month_day"), known, month, day, g["bpart"] or g["cpart"], how
        )
    if g["half"]:
        return _with_parts(replace(base, kind="period"), known, None, None, g["half"], how)
    if g["rel"] and g["rel"].startswith("年"):
        return _with_parts(replace(base, kind="period"), known, None, None, g["rel"], how)
    if g["near"] and anchor.year:
        count = numeral(
            re.sub(r"\D*?([一二两三四五六七八九十]+|\d+)年.*", r"\1", g["near"])
        ) or _figure(g["near"])
        if count:
            span = f"{anchor.year - int(count):04d}-01-01/{anchor.year:04d}-12-31"
            return replace(base, kind="period", resolved=span, how=f"按{anchor.why}")
    if g["days"] and anchor.day:
        shift = {"昨": -1, "今": 0, "明": 1, "前": -2, "后": 2}[g["days"][0]]
        day_meant = anchor.day + timedelta(days=shift)
        return replace(base, kind="day", resolved=day_meant.isoformat(), how=f"按{anchor.why}")
    return base


def _figure(words: str) -> int:
    found = re.search(r"\d+", words)
    return int(found.group()) if found else 0


def _figures(words: str | None) -> int | None:
    if not words:
        return None
    if words.isdigit():
        return int(words)
    value = numeral(words)
    return int(value) if value is not None else None


def _with_parts(
    base: DateFound,
    year: int | None,
    month: str | None,
    day: str | None,
    part: str | None,
    how: str,
) -> DateFound:
    m, d = _figures(month), _figures(day)
    if m is not None and not 1 <= m <= 12:
        return replace(base, trouble=f"没有第{m}个月")
    if year is None:
        # 2月30日 stands in no calendar, whatever the year; 2月29日 may.
        if m and d and d > calendar.monthrange(2024, m)[1]:
            return replace(base, trouble=f"{m}月没有{d}日")
        return base
    if m and d:
        return _absolute(base, year, m, d, how)
    if m:
        return replace(base, resolved=_in_month(year, m, part or ""), how=how)
    return replace(base, resolved=_in_year(year, part or ""), how=how)


def _absolute(base: DateFound, year: int, month: int, day: int, how: str) -> DateFound:
    try:
        resolved = date(year, month, day).isoformat()
    except ValueError:
        return replace(base, kind="absolute", trouble=f"{year}年{month}月没有{day}日")
    return replace(
        base,
        kind="absolute" if base.kind == "relative" and not how.startswith("按") else base.kind,
        resolved=resolved,
        how=how,
    )


def _months(year: int, first: int, last: int) -> str:
    end = calendar.monthrange(year, last)[1]
    return f"{year:04d}-{first:02d}-01/{year:04d}-{last:02d}-{end:02d}"


def _in_month(year: int, month: int, part: str) -> str:
    end = calendar.monthrange(year, month)[1]
    days = {
        "上旬": (1, 10),
        "中旬": (11, 20),
        "下旬": (21, end),
        "底": (end, end),
        "末": (end, end),
        "初": (1, 10),
    }
    first, last = days.get(part, (1, end))
    return f"{year:04d}-{month:02d}-{first:02d}/{year:04d}-{month:02d}-{last:02d}"


def _in_year(year: int, part: str) -> str:
    if part == "上半年":
        return _months(year, 1, 6)
    if part == "下半年":
        return _months(year, 7, 12)
    quarter = re.search(r"[一二三四1-4](?=个?季度)", part)
    if quarter:
        q = int(numeral(quarter.group()) or int(quarter.group()))
        return _months(year, 1 if part.startswith("前") else 3 * q - 2, 3 * q)
    month = re.search(r"前([一二三四五六七八九十]+)个?月", part)
    if month:
        return _months(year, 1, int(numeral(month.group(1)) or 12))
    if part in ("年底", "年末", "底", "末"):
        return f"{year:04d}-12-31"
    if part in ("年初", "初"):
        return f"{year:04d}-01-01/{year:04d}-03-31"
    return f"{year:04d}-01-01/{year:04d}-12-31"
