"""A reading as JSON or as a workbook. The JSON's shape is a promise: names and order do not change."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from .engine import Read, Reading
from .findings import Indicator


def as_json(reading: Reading) -> dict[str, Any]:
    """Documents, tasks, indicators, gaps and flags; ``lines`` are 1-based lines of the source."""
    return {
        "documents": [_document(read) for read in reading.documents],
        "tasks": [
            {
                "text": task.text,
                "action": task.action,
                "object": task.object,
                "lead": list(task.lead),
                "partners": list(task.partners),
                "deadline": task.deadline,
                "quantity": task.quantity,
                "kind": task.kind,
                "document": task.place.document,
                "section": task.section,
                "lines": list(task.place.lines),
                "reason": task.reason,
            }
            for task in reading.findings.tasks
        ],
        "indicators": [
            {
                "region": i.region,
                "indicator": i.indicator,
                "value": _value(i),
                "unit": i.unit,
                "period": i.period,
                "comparison": i.comparison,
                "kind": i.kind,
                "text": i.text,
                "lines": list(i.place.lines),
            }
            for i in reading.findings.indicators
        ],
        "gaps": [
            {"subject": gap.subject, "text": gap.text, "lines": list(gap.place.lines)}
            for gap in reading.findings.gaps
        ],
        "flags": [
            {
                "kind": flag.kind,
                "text": flag.text,
                "lines": list(flag.lines),
                "why": flag.why,
                "suggestion": flag.suggestion,
            }
            for flag in reading.findings.flags
        ],
    }


def _value(indicator: Indicator) -> Any:
    if indicator.high is not None:
        return [_plain(indicator.value), _plain(indicator.high)]
    return _plain(indicator.value)


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _document(read: Read) -> dict[str, Any]:
    speech = read.speech
    return {
        "title": speech.title,
        "title_status": speech.title_status,
        "author": speech.author,
        "author_status": speech.author_status,
        "lines": list(speech.lines),
        "outline": [
            {
                "level": heading.level,
                "marker": heading.marker.words,
                "text": speech.body[heading.paragraph].words.words(heading.start, heading.end),
                "lines": list(
                    speech.body[heading.paragraph].words.lines(heading.marker.start, heading.end)
                ),
            }
            for heading in read.outline
        ],
        "paragraphs": [
            {"text": p.words.words(0, len(p.text)), "lines": [p.first, p.last]} for p in speech.body
        ],
    }


_SHEETS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "任务",
        "tasks",
        (
            ("原文", "text"), ("动作", "action"), ("对象", "object"), ("牵头单位", "lead"),
            ("配合单位", "partners"), ("期限", "deadline"), ("数量", "quantity"), ("类别", "kind"),
            ("篇", "document"), ("章节", "section"), ("行", "lines"), ("理由", "reason"),
        ),
    ),
    (
        "指标",
        "indicators",
        (
            ("地区", "region"), ("指标", "indicator"), ("数值", "value"), ("单位", "unit"),
            ("时期", "period"), ("比较", "comparison"), ("类别", "kind"), ("原文", "text"), ("行", "lines"),
        ),
    ),
    ("差距", "gaps", (("对象", "subject"), ("原文", "text"), ("行", "lines"))),
    (
        "存疑",
        "flags",
        (("类别", "kind"), ("原文", "text"), ("行", "lines"), ("为什么", "why"), ("建议", "suggestion")),
    ),
)  # fmt: skip
_SAID = {
    "hard": "硬任务",
    "soft": "一般要求",
    "actual": "实际",
    "target": "目标",
    "hypothetical": "假设",
}


def as_xlsx(reading: Reading) -> bytes:
    """A workbook: documents with their outline, tasks, indicators, gaps, doubts. Cells are text."""
    data = as_json(reading)
    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    rows = [
        [
            number,
            d["title"],
            d["author"],
            d["author_status"],
            o["marker"],
            "　" * (o["level"] - 1) + o["text"],
            _said(o["lines"]),
        ]
        for number, d in enumerate(data["documents"], start=1)
        for o in d["outline"] or [{"marker": "", "text": "", "level": 1, "lines": d["lines"]}]
    ]
    _sheet(book, "结构", ["篇", "题名", "作者", "作者把握", "序号", "标题", "行"], rows, head, cell)
    for name, key, columns in _SHEETS:
        found = [[_said(_shown(entry, field)) for _, field in columns] for entry in data[key]]
        _sheet(book, name, [title for title, _ in columns], found, head, cell)
    book.close()
    return target.getvalue()


def _shown(entry: dict[str, Any], field: str) -> Any:
    value = entry[field]
    if field == "document":
        return value + 1
    return _SAID.get(value, value) if field == "kind" else value


def _said(value: Any) -> Any:
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(part, int) for part in value):
            return str(value[0]) if value[0] == value[1] else f"{value[0]}-{value[1]}"
        return "、".join(str(part) for part in value)
    return value


def _sheet(
    book: Any, name: str, titles: list[str], rows: list[list[Any]], head: Any, cell: Any
) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, head)
        wide = title in ("原文", "标题", "为什么", "建议", "理由", "对象")
        sheet.set_column(column, column, 48 if wide else 14)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(number, column, value, cell)
            else:
                sheet.write_string(number, column, str(value or "")[:32_000], cell)
