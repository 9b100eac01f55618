"""Units of Chinese statistics. Per cent and percentage points are two things, 万 and 亿 are factors.

A general library of units does not know 个百分点, 万元 or 户, and would let per cent pass as a bare
number; the table is short enough to be read whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


class UnitMismatch(ValueError):
    """Two units that do not measure the same thing; ``str()`` is for the person."""


@dataclass(frozen=True)
class Unit:
    """``factor`` base units of its ``family``; ``difference``: the unit of a difference of two."""

    name: str
    family: str
    factor: Decimal
    difference: str


def _family(family: str, **factors: str) -> dict[str, Unit]:
    return {name: Unit(name, family, Decimal(factor), name) for name, factor in factors.items()}


UNITS: dict[str, Unit] = (
    _family("money", 元="1", 千元="1e3", 万元="1e4", 百万元="1e6", 亿元="1e8", 万亿元="1e12")
    | _family("dollar", 美元="1", 万美元="1e4", 亿美元="1e8")
    | _family("energy", 千瓦时="1", 万千瓦时="1e4", 亿千瓦时="1e8")
    | _family("weight", 千克="1", 吨="1e3", 万吨="1e7")
    | _family("area", 亩="1", 万亩="1e4", 公顷="15")
    | _family("length", 米="1", 公里="1e3", 千米="1e3")
    | _family("people", 人="1", 千人="1e3", 万人="1e4")
    | _family("times", 人次="1", 万人次="1e4")
    | _family("visits", 次="1", 万次="1e4")
    | _family("count", 个="1", 万个="1e4")
    | _family("firms", 户="1", 家="1", 万户="1e4")
    | _family("cases", 件="1", 万件="1e4")
    | _family("items", 项="1")
    | _family("time", 分钟="1", 小时="60")
    | _family("days", 天="1")
    | _family("score", 分="1")
    | _family("rank", 位="1")
    | {
        "%": Unit("%", "percent", Decimal(1), "个百分点"),
        "‰": Unit("‰", "percent", Decimal("0.1"), "个千分点"),
        "个百分点": Unit("个百分点", "points", Decimal(1), "个百分点"),
    }
)
OTHER_NAMES = {
    "％": "%", "百分比": "%", "百分点": "个百分点", "pct": "%", "pp": "个百分点",
    "亿度": "亿千瓦时", "万度": "万千瓦时", "度": "千瓦时", "亿kwh": "亿千瓦时", "万kwh": "万千瓦时",
    "人民币亿元": "亿元", "亿": "亿元", "万": "万元", "千米": "公里",
}  # fmt: skip


def known(name: str) -> bool:
    """Whether the unit is in the table."""
    return _plain(name) in UNITS


def unit_of(name: str) -> Unit:
    """The unit by any of its names; a unit nobody knows is a family of its own."""
    plain = _plain(name)
    return UNITS.get(plain) or Unit(plain, f"other:{plain}", Decimal(1), plain)


def convert(value: Decimal, source: str, target: str) -> Decimal:
    """The same quantity in another unit of the family. Raises :class:`UnitMismatch`."""
    one, other = unit_of(source), unit_of(target)
    if one.family == other.family:
        return value * one.factor / other.factor
    if {one.family, other.family} == {"percent", "points"}:
        raise UnitMismatch(
            f"{source or '（无单位）'}和{target}不能换算：增长5%是增速，差5个百分点是两个增速的差。"
        )
    raise UnitMismatch(
        f"{source or '（无单位）'}不能换算成{target or '（无单位）'}，量的不是一样东西。"
    )


def _plain(name: str) -> str:
    text = "".join(name.split()).strip("（）()")
    return OTHER_NAMES.get(text, OTHER_NAMES.get(text.lower(), text))
