"""What a card of the reader shows beside the finding's own words."""

from typing import Any

from django.urls import NoReverseMatch, reverse

from ..actions.refuse_extract import WRONG
from ..actions.settle import ANSWERS
from ..models import Extract, Intake
from ..readings.light import TONE, sign
from ..readings.units import Units

K = Extract.Kind
FLAGS = {
    "impossible_date": "日期不可能",
    "date_order": "先后不对",
    "placeholder": "有遮去的字",
    "double_negative": "又降又负",
    "claim_against_data": "说法和数不合",
    "percent_points": "百分点按百分比写",
    "narrow_addressee": "对象少了一类",
    "author_unsure": "作者不能确定",
    "title_missing": "没有题名",
    "repeated_title": "题名重复",
    "similar_titles": "名称相近的两份文件",
    "same_thing": "同一件事两种说法",
    "page_ornament": "版面装饰",
    "lost_percent": "可能丢了百分号",
    "overspent": "支出超过到位",
    "torn_table": "表格断开了",
    "unknown_unit": "不认识的单位",
}
REASONS = list(WRONG.items())


def dress(row: Extract, intake: Intake, units: Units, may: bool) -> Extract:
    """What a card shows beside the finding's own words."""
    row.intake = intake
    card: dict[str, Any] = {"sign": sign(row), "tone": TONE.get(row.kind, "task"), "rows": []}
    data = row.data
    if row.kind == K.TASK:
        card["rows"] = task_rows(row, units)
    elif row.kind == K.TOPIC:
        card["rows"] = [
            ("形式", data.get("form")),
            ("目标", data.get("aim")),
            ("章节", row.section),
        ]
    elif row.kind == K.INDICATOR:
        sort = {"actual": "实际", "target": "目标", "hypothetical": "假设"}
        card["rows"] = [
            ("时期", period_words(data)),
            ("比较", data.get("comparison")),
            ("性质", sort.get(data.get("sort", ""), "")),
        ]
    elif row.kind == K.GAP:
        said = row.text if row.title and row.title != row.text else ""
        card["rows"] = [("表现", said), ("目标", data.get("target"))]
    elif row.kind == K.CLAUSE:
        card["rows"] = [("条目号", data.get("address"))]
    elif row.kind == K.FLAG:
        card["title"] = FLAGS.get(row.title, "存疑")
        card["suggestion"] = data.get("suggestion")
        card["answers"] = list(ANSWERS.items())
        card["answer"] = ANSWERS.get(row.answer, "")
    card["rows"] = [(name, value) for name, value in card["rows"] if value]
    card["wrong"] = WRONG.get(row.answer, "") if row.state == "refused" else ""
    card["may"] = may and row.state != "made"
    card["made_url"] = made_url(row)
    row.card = card  # type: ignore[attr-defined]
    return row


def period_words(data: dict[str, Any]) -> str:
    """2026年上半年（文中“上半年”）."""
    period, said = data.get("period") or "", data.get("said") or ""
    return f"{period}（文中“{said}”）" if said and said != period else period


def task_rows(row: Extract, units: Units) -> list[tuple[str, Any]]:
    """Lead, partners, date and quantity as proposed; names nobody knows are said to be so."""
    out: list[tuple[str, Any]] = []
    for label, key in (("主责", "lead"), ("协办", "partners")):
        known, unknown = units.several(list(row.data.get(key) or []))
        words = [units.labels[pk] for pk in known] + [f"{w}（名册里没有）" for w in unknown]
        if words:
            out.append((label, "、".join(words)))
    due = row.data.get("due") or ""
    said = row.data.get("deadline") or ""
    if due or said:
        out.append(("期限", f"{due}（文中“{said}”）" if due and said else due or f"“{said}”"))
    out.append(("数量", row.data.get("quantity")))
    return out


def made_url(row: Extract) -> str:
    """Where what was made of it can be seen."""
    if row.made_id is None:
        return ""
    names = {"task": "task", "topic": "topic", "clause": "clause", "gap": "gap",
             "reading": "figure"}  # fmt: skip
    if name := names.get(row.made_type):
        try:
            return reverse(name, args=[row.made_id])
        except NoReverseMatch:
            return ""
    return ""


def number(said: str | None, otherwise: int) -> int:
    """A number of an address, or the other one."""
    return int(said) if said and said.isdecimal() and len(said) < 9 else otherwise
