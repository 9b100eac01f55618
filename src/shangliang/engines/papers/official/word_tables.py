"""Tables of our Word templates: form rows with a label, text, boxes and a signature line."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.shared import Mm

from .word_parts import add, element


def new_table(document: WordDocument, widths_mm: list[float]) -> Any:
    table = document.add_table(rows=0, cols=len(widths_mm), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    return table


def add_row(table: Any, cells: list[tuple[str, list[str]]], merge_from: int = 0) -> None:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(element("cantSplit"))
    made = row.cells
    for place, (style, texts) in enumerate(cells):
        cell = made[place]
        if merge_from and place == merge_from:
            cell = cell.merge(made[-1])
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(texts[0])
        for text in texts[1:]:
            add(cell, "公文表签" if text == "{{ r.foot }}" else style, text)


_FORM_CELL = [
    "{%p if r.text %}",
    "{{ r.text }}",
    "{%p endif %}",
    "{%p if r.boxes %}",
    "{% for b in r.boxes %}{% if b.checked %}☑{% else %}□{% endif %}{{ b.label }}　{% endfor %}",
    "{%p endif %}",
    "{%p for line in r.blank %}",
    "{{ line }}",
    "{%p endfor %}",
    "{%p if r.foot %}",
    "{{ r.foot }}",
    "{%p endif %}",
    "{%p if not (r.text or r.boxes or r.blank or r.foot) %}",
    "",
    "{%p endif %}",
]


def add_form_rows(table: Any, merge_from: int = 0) -> None:
    add_row(table, [("公文表头", ["{%tr for r in rows %}"])])
    add_row(table, [("公文表头", ["{{ r.label }}"]), ("公文表文", _FORM_CELL)], merge_from)
    add_row(table, [("公文表头", ["{%tr endfor %}"])])


def set_widths(table: Any, widths_mm: list[float]) -> None:
    """A filled table takes these widths, and its head stands again on each page."""
    grid = table._tbl.tblGrid
    for old in list(grid):
        grid.remove(old)
    for width in widths_mm:
        grid.append(element("gridCol", w=Mm(width).twips))
    for n, row in enumerate(table._tbl.tr_lst):
        for cell, width in zip(row.tc_lst, widths_mm, strict=False):
            cell.width = Mm(width)
        if n == 0:
            row.get_or_add_trPr().append(element("tblHeader"))
