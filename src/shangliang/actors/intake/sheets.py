"""Workbooks to hand out: the template, and the rows with errors with a column of reasons."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from ..models import ImportSheet, Register
from .columns import COLUMNS
from .plan import Plan

# A cell that begins like a formula is written as text (ASVS 1.2.10).
RISKY = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe(cell: object) -> str:
    """Text that no spreadsheet program runs."""
    text = str(cell)
    return f"'{text}" if text.startswith(RISKY) else text


def book(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[object]]]]) -> bytes:
    """(name, header, rows) -> an .xlsx whose header row stays in sight."""
    out = io.BytesIO()
    work = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    bold = work.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"})
    text = work.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for name, header, rows in sheets:
        page = work.add_worksheet(name)
        page.freeze_panes(1, 0)
        page.set_column(0, max(0, len(header) - 1), 14, text)
        for at, title in enumerate(header):
            page.write_string(0, at, title, bold)
        for n, row in enumerate(rows, 1):
            for at, cell in enumerate(row):
                page.write_string(n, at, safe(cell), text)
    work.close()
    return out.getvalue()


def template(kind: str) -> bytes:
    """An empty list with one sample row, and a second sheet that says what each column wants."""
    columns = COLUMNS[Register(kind)]
    head = [c.label for c in columns]
    notes = [
        (c.label, "必填" if c.required else "可不填", "、".join(c.names), c.note) for c in columns
    ]
    return book(
        [
            (Register(kind).label, head, [[c.sample for c in columns]]),
            ("填表说明", ["列", "要不要填", "也认得的写法", "说明"], notes),
        ]
    )


def with_reasons(sheet: ImportSheet, plan: Plan) -> bytes:
    """The sheet's own columns, only the rows with errors, the reason first; mend and upload again."""
    cells = dict(zip(sheet.numbers, sheet.rows, strict=True))
    rows = [["；".join(r.errors), *cells[r.number]] for r in plan.errors]
    return book([("有错的行", ["原因", *sheet.header], rows)])
