"""One cell of a bureau's sheet: a number with its unit, a missing value with its kind, and doubts.

Nothing is guessed in silence: what was read in one of two ways carries a flag that says which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from .flags import Flag, flag

MISSING = {
    "",
    "—",
    "——",
    "－",
    "-",
    "--",
    "–",
    "…",
    "...",
    "/",
    "\\",
    "无",
    "缺",
    "空",
    "n/a",
    "na",
    "null",
    "none",
}
NOT_REPORTED = {"未报", "缺报", "未上报", "待报", "缺"}
NO_TARGET = {"不考核", "无任务", "未下达", "不适用"}
ERRORS = ("#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!")
_WIDE = str.maketrans("０１２３４５６７８９．，％－＋（）", "0123456789.,%-+()")
_NUMBER = re.compile(
    r"^(?P<words>同比|比上年|较上年|累计|增速)*(?P<way>增长|增加|上升|提高|下降|减少|降低|回落)?(?:幅度)?(?:为|了)?"
    r"(?P<mark>[△▲▼↓↑])?(?P<sign>[+\-−—])?\s*(?P<open>\()?(?P<number>\d[\d,，]*(?:\.\d*)?(?:[eE][+-]?\d{1,2})?|\.\d+)(?P<close>\))?"
    r"\s*(?P<unit>%|‰|个?百分点|万亿元|亿元|万元|百万元|千元|元|万千瓦时|亿千瓦时|万人|人|万户|户|家|个|亩|吨|万吨|项|件|分|亿|万)?"
    r"\s*(?:\((?P<rank>\d{1,3})\)|第(?P<place>\d{1,3})位?)?$"
)  # fmt: skip
_DOWN = ("下降", "减少", "降低", "回落")


@dataclass(frozen=True)
class CellRead:
    """``value`` None: missing, with ``mark`` (missing, none) or unreadable (a flag says why)."""

    value: Decimal | None
    unit: str = ""
    mark: str = ""
    rank: int | None = None
    flags: tuple[Flag, ...] = field(default=())

    @property
    def readable(self) -> bool:
        return not any(f.stops for f in self.flags)


def read_cell(raw: object) -> CellRead:
    """A cell as openpyxl, a CSV or a paste from Word gives it."""
    if isinstance(raw, bool):
        return _bad("text", f"“{raw}”不是一个数。")
    if isinstance(raw, (datetime, date)):
        day = raw.date() if isinstance(raw, datetime) else raw
        guess = f"{day.month}.{day.day}"
        return _bad(
            "date_as_number",
            f"这一格是日期{day.isoformat()}，可能是表格软件把“{guess}”当成了日期。请核对后填数。",
        )
    if isinstance(raw, Decimal | int):
        return CellRead(Decimal(raw))
    if isinstance(raw, float):
        if raw != raw or raw in (float("inf"), float("-inf")):
            return _bad("formula_error", "这一格的公式算不出数。")
        return CellRead(Decimal(repr(raw)))
    text = str(raw or "").translate(_WIDE).replace(" ", " ").replace("　", " ").strip()
    if text.lower() in MISSING or text in NOT_REPORTED:
        return CellRead(None, mark="missing")
    if text in NO_TARGET:
        return CellRead(None, mark="none")
    if text.upper() in ERRORS:
        return _bad("formula_error", f"这一格是“{text}”，公式出错了。请填算好的数。")
    if text.startswith("="):
        return _bad("formula_cell", f"这一格是公式“{text[:30]}”，没有算好的数。请另存为数值再传。")
    if re.fullmatch(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d.*)?", text) or re.fullmatch(
        r"\d{1,2}月\d{1,2}日", text
    ):
        return _bad(
            "date_as_number", f"“{text}”是日期，不是数。可能是表格软件把小数当成了日期，请核对。"
        )
    if "\n" in text or "\r" in text or "\t" in text:
        pieces = [p for p in re.split(r"[\n\r\t]+", text) if p.strip()]
        if len(pieces) > 1:
            return _bad(
                "word_table",
                f"一格里有{len(pieces)}个值（{'、'.join(pieces[:3])}），像是从Word粘来的表，行没有分开。",
            )
        text = pieces[0].strip()
    return _number(text)


def _number(text: str) -> CellRead:
    match = _NUMBER.match("".join(text.split()))
    if not match:
        return _bad("text", f"“{text[:20]}”不是一个数。")
    try:
        value = Decimal(match["number"].replace(",", "").replace("，", ""))
    except InvalidOperation:
        return _bad("text", f"“{text[:20]}”不是一个数。")
    flags: list[Flag] = []
    if re.search(r"[,，]", match["number"]) and not re.fullmatch(
        r"\d{1,3}([,，]\d{3})+(\.\d+)?", match["number"]
    ):
        flags.append(
            flag(
                "separator",
                f"“{match['number']}”的逗号不在千位上，请核对是不是小数点。",
                stops=True,
            )
        )
    down = (match["way"] or "") in _DOWN or match["mark"] in ("▼", "↓")
    minus = match["sign"] in ("-", "−", "—")
    if down and minus:
        flags.append(
            flag(
                "double_minus",
                f"“{text}”又说下降又写负号，按下降{match['number']}（即−{match['number']}）读，没有当成上升。",
            )
        )
    elif down:
        flags.append(flag("minus_from_words", f"“{text}”按下降读作−{match['number']}。"))
    if match["mark"] in ("△", "▲") and not minus:
        flags.append(
            flag(
                "triangle",
                f"“{text}”里的{match['mark']}有的表表示负数、有的表示上升，请核对。",
                stops=True,
            )
        )
    if match["open"] and not match["rank"]:
        if not match["close"]:
            return _bad("text", f"“{text[:20]}”的括号不成对。")
        flags.append(
            flag("brackets", f"“{text}”外面有括号：可能是负数，也可能是位次，请核对。", stops=True)
        )
    if down or minus:
        value = -value
    rank = match["rank"] or match["place"]
    unit = {"百分点": "个百分点", "亿": "亿元", "万": "万元"}.get(
        match["unit"] or "", match["unit"] or ""
    )
    return CellRead(value, unit, "", int(rank) if rank else None, tuple(flags))


def _bad(code: str, words: str) -> CellRead:
    return CellRead(None, flags=(flag(code, words, stops=True),))
