"""How a date reads in an official sentence."""

from datetime import date


def chinese_date(day: date) -> str:
    """`2026年2月9日`."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_weekday(day: date) -> str:
    """`周一` to `周日`."""
    return "周" + "一二三四五六日"[day.weekday()]
