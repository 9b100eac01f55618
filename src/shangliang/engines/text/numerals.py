"""Chinese numerals as numbers."""

from __future__ import annotations

DIGITS = {
    "〇": 0, "零": 0, "○": 0, "o": 0, "O": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
_TENS = {"十": 10, "百": 100, "千": 1_000}
_BIG = {"万": 10_000, "亿": 100_000_000}
CHINESE = "〇零一二两三四五六七八九十百千万亿"


def numeral(words: str) -> float | None:
    """ "一百五十" → 150, "十三点四" → 13.4, "二〇〇六" → 2006; None for anything else."""
    whole, dot, rest = words.partition("点")
    value = _whole(whole)
    if value is None:
        return None
    if not dot:
        return value
    if not rest or any(sign not in DIGITS for sign in rest):
        return None
    return value + float("0." + "".join(str(DIGITS[sign]) for sign in rest))


def _whole(words: str) -> float | None:
    if not words:
        return None
    if all(sign in DIGITS for sign in words):
        return float("".join(str(DIGITS[sign]) for sign in words))
    total = section = 0.0
    digit: float | None = None
    for sign in words:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in _TENS:
            section += (1 if digit is None else digit) * _TENS[sign]
            digit = None
        elif sign in _BIG:
            section += digit or 0
            if not section and not total:
                return None
            if section:
                total += section * _BIG[sign]
            else:
                total *= _BIG[sign]
            section, digit = 0.0, None
        else:
            return None
    return total + section + (digit or 0)


def year_of(words: str) -> int | None:
    """A four-figure year in Arabic or Chinese figures, fullwidth ｏ as zero too."""
    if len(words) != 4:
        return None
    figures = "".join(str(DIGITS.get(sign, sign)) for sign in words)
    return int(figures) if figures.isdigit() else None
