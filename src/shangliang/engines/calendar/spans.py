"""Periods as a rulebook writes them: `10wd`, `30d`, `2w`, `3m`, `@06-30`.

Official limits in 个月 and 日 are calendar periods, those in 个工作日 are not; so the unit is
part of the period and never converted.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, Self, cast

SpanKind = Literal["wd", "d", "w", "m", "fixed"]

ACCEPTED: Final = (
    "可以写：10wd 或“10个工作日”，30d 或“30日”，2w 或“2周”，3m 或“3个月”，"
    "@06-30 或“6月30日前”；当日办结写 0d 或“当日”"
)

# Ten years and a little: longer than two terms of a committee, short enough to catch a slip.
_LONGEST: Final[Mapping[str, int]] = {"wd": 2600, "d": 3660, "w": 520, "m": 120}
_UNIT_WORDS: Final[Mapping[str, str]] = {"wd": "个工作日", "d": "日", "w": "周", "m": "个月"}
_UNITS: Final[Mapping[str, str]] = {unit: unit for unit in _UNIT_WORDS} | {
    "个工作日": "wd",
    "工作日": "wd",
    "日": "d",
    "天": "d",
    "自然日": "d",
    "个自然日": "d",
    "周": "w",
    "星期": "w",
    "个星期": "w",
    "个月": "m",
}

_COUNTED: Final = re.compile(r"([0-9]+)\s*([a-z]+|[\u4e00-\u9fff]+)")
_FIXED: Final = re.compile(r"@\s*([0-9]{1,2})-([0-9]{1,2})|([0-9]{1,2})月([0-9]{1,2})日前")


class SpanError(ValueError):
    """A period that cannot be read; the message is Chinese and says what can be written."""


@dataclass(frozen=True, slots=True)
class Span:
    """A period: `count` units of `kind`, or, for kind `fixed`, the date `month`-`day` of a year."""

    kind: SpanKind
    count: int = 0
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.kind == "fixed":
            try:
                date(2000, self.month, self.day)  # a leap year, so that 29 February may be written
            except ValueError:
                raise SpanError(f"没有{self.month}月{self.day}日这一天。{ACCEPTED}。") from None
            return
        if self.kind not in _LONGEST:
            raise SpanError(f"不认识的期限单位“{self.kind}”。{ACCEPTED}。")
        if self.count < 0 or (self.count == 0 and self.kind != "d"):
            raise SpanError(f"期限至少为1{_UNIT_WORDS[self.kind]}。{ACCEPTED}。")
        if self.count > _LONGEST[self.kind]:
            longest = f"{_LONGEST[self.kind]}{_UNIT_WORDS[self.kind]}"
            raise SpanError(f"期限过长，最多{longest}。{ACCEPTED}。")

    @property
    def counts_workdays(self) -> bool:
        """Is the period counted in working days (and so never ends on a day off)?"""
        return self.kind == "wd"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period as written in a rulebook or typed by a clerk.

        Full-width characters, capitals and spaces are forgiven. Raises `SpanError`.
        """
        plain = unicodedata.normalize("NFKC", text).strip().lower()
        if not plain:
            raise SpanError(f"期限没有填写。{ACCEPTED}。")
        if plain == "当日":
            return cls("d", 0)
        if fixed := _FIXED.fullmatch(plain):
            month, day = (int(part) for part in fixed.groups() if part is not None)
            return cls("fixed", month=month, day=day)
        counted = _COUNTED.fullmatch(plain)
        if counted is None or counted[2] not in _UNITS:
            raise SpanError(f"看不懂期限“{_shortened(text)}”。{ACCEPTED}。")
        digits = counted[1].lstrip("0") or "0"
        # A count of many digits is too long whatever it says, and costly to read as a number.
        count = int(digits) if len(digits) < 9 else 10**9
        return cls(cast("SpanKind", _UNITS[counted[2]]), count)

    def format(self) -> str:
        """The rulebook's spelling, which `parse` reads back."""
        if self.kind == "fixed":
            return f"@{self.month:02d}-{self.day:02d}"
        return f"{self.count}{self.kind}"

    def __str__(self) -> str:
        return self.format()

    def words(self) -> str:
        """The period in Chinese: `10个工作日`, `30日`, `3个月`, `2周`, `6月30日前`, `当日`."""
        if self.kind == "fixed":
            return f"{self.month}月{self.day}日前"
        if self.count == 0:
            return "当日"
        return f"{self.count}{_UNIT_WORDS[self.kind]}"


def _shortened(text: str) -> str:
    stripped = text.strip()
    return stripped if len(stripped) <= 20 else stripped[:20] + "…"
