"""Amounts as offices write them: 3.7亿, 606 万元, 12,000 元; kept exact to the fen in yuan."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

UNITS = {"元": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
WRITTEN = re.compile(r"^(\d[\d,]*(?:\.\d+)?)\s*(亿|万|千万|百万)?\s*元?$")
MORE = {"百万": Decimal(1_000_000), "千万": Decimal(10_000_000)}
FEN = Decimal("0.01")
MOST = Decimal(10) ** 14  # a hundred thousand 亿: more is a slip of the pen


class NoAmount(ValueError):
    """What was typed is no amount; ``str()`` says why in the user's words."""


def amount_of(text: str) -> Decimal:
    """Yuan, exact. The unit must be written: 606 alone may be 元 or 万. Raises NoAmount."""
    plain = unicodedata.normalize("NFKC", str(text)).replace(" ", "").replace("圆", "元")
    if plain in ("0", "0.0", "0.00"):
        return Decimal("0.00")
    if plain.startswith(("-", "−")):
        raise NoAmount("金额不能是负数；记错了请用“冲正”。")
    found = WRITTEN.match(plain)
    if not found:
        raise NoAmount(f"看不懂“{text}”。请写数字加单位，例如 3.7亿、606万、12000元。")
    digits, unit = found.groups()
    if unit is None and not plain.endswith("元"):
        raise NoAmount(f"“{text}”没有写单位。是元、万还是亿？请写明，例如 {digits}万。")
    try:
        number = Decimal(digits.replace(",", ""))
    except InvalidOperation:
        raise NoAmount(f"看不懂“{text}”。") from None
    yuan = number * (UNITS | MORE).get(unit or "元", Decimal(1))
    if yuan != yuan.quantize(FEN):
        raise NoAmount(f"“{text}”不到一分钱，请核对。")
    if yuan >= MOST:
        raise NoAmount(f"“{text}”太大，请核对单位。")
    return yuan.quantize(FEN)


def words_of(yuan: Decimal | None) -> str:
    """The shortest exact writing: 3.7亿, 606万, 120元; — where there is nothing."""
    if yuan is None:
        return "—"
    for unit in ("亿", "万"):
        number = yuan / UNITS[unit]
        if abs(number) >= 1 and number == number.quantize(Decimal("0.0001")):
            return f"{number.normalize():f}{unit}"
    return "0" if yuan == 0 else f"{yuan.normalize():f}元"


def in_wan(yuan: Decimal) -> str:
    """Whole 万 with thousands, for tables; up to four places where it is not whole."""
    number = (yuan / UNITS["万"]).normalize()
    return f"{number:,f}"


def rate(part: Decimal, whole: Decimal) -> Decimal | None:
    """Percent with two places, as 1.64; None where there is no whole."""
    if not whole:
        return None
    return (Decimal(100) * part / whole).quantize(FEN)
