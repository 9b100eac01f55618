"""Build the Word templates that ship with the package: ``python -m ...official.word_templates``.

The files in ``word/`` are committed, because an office starts from them to make its own: the names
in double braces are those of ``Paper.context()``. Run this after changing it, and commit both.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK

from . import gbt9704 as gb
from .word_letter import imprint, letter_body, letter_head, paragraph_loop
from .word_parts import add, element, new_document, page_numbers, rule_below, set_property
from .word_tables import add_form_rows, add_row, new_table

FOLDER = Path(__file__).parent / "word"
_MM = gb.PT_PER_MM * 20  # twips in a millimetre


def letter() -> WordDocument:
    document = new_document()
    letter_head(document)
    letter_body(document)
    imprint(document)
    return document


def assignment() -> WordDocument:
    document = letter()
    page = add(document, "公文一级标题", left=0)
    page.add_run().add_break(WD_BREAK.PAGE)
    page.add_run("附件")
    add(document, "公文标题", "{{ list_title }}")
    table = new_table(document, [12, 15, 43, 19, 27, 20, 20])
    add_row(table, [("公文小表头", ["序号"])])
    heads = ["序号", "提案号", "案由", "提案者", "主办单位", "会办单位", "办结期限"]
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].style = "公文小表头"
        cell.paragraphs[0].clear().add_run(text)
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
    add_row(table, [("公文小表头", ["{%tr for r in list_rows %}"])])
    names = ["place", "number", "title", "proposer", "lead", "assist", "due"]
    add_row(table, [("公文小表文", [f"{{{{ r.{name} }}}}"]) for name in names])
    add_row(table, [("公文小表头", ["{%tr endfor %}"])])
    return document


def proposal() -> WordDocument:
    document = new_document()
    page_numbers(document.sections[0], first=True)
    add(document, "公文标题", "{{ committee }}")
    add(document, "公文标题", "{{ session }}提案")
    add(document, "公文正文")
    numbers = add(document, "公文主送", "{{ number_line }}\t{{ class_number }}")
    tabs = element("tabs")
    tabs.append(element("tab", val="right", pos=round(gb.TEXT_WIDTH_MM * _MM)))
    set_property(numbers, tabs)
    table = new_table(document, [36, 120])
    add_row(table, [("公文表头", ["{%tr for r in rows %}"])])
    add_row(table, [("公文表头", ["{{ r.label }}"]), ("公文表文", ["{{ r.text }}"])])
    add_row(table, [("公文表头", ["{%tr endfor %}"])])
    add(document, "公文正文")
    add(document, "公文正文", "{%p for part in parts %}")
    add(document, "公文一级标题", "{{ part.heading }}")
    add(document, "公文正文", "{%p for text in part.paragraphs %}")
    add(document, "公文正文", "{{ text }}")
    add(document, "公文正文", "{%p endfor %}")
    add(document, "公文正文", "{%p endfor %}")
    return document


def sheet() -> WordDocument:
    document = new_document()
    page_numbers(document.sections[0], first=True)
    add(document, "公文副题", "{{ over }}")
    add(document, "公文标题", "{{ heading }}")
    under = add(document, "公文表签", "{{ under }}")
    set_property(under, element("spacing", before=120, after=120, line=440, lineRule="exact"))
    add_form_rows(new_table(document, [36, 120]))
    add(document, "公文表文", "{{ tail }}")
    add(document, "公文正文", "{%p if back %}")
    back = add(document, "公文标题", "{{ back_heading }}")
    set_property(back, element("pageBreakBefore"))
    add(document, "公文正文")
    add(document, "公文正文", "{%p for line in back %}")
    add(document, "公文正文", "{{ line }}")
    add(document, "公文正文", "{%p endfor %}")
    add(document, "公文正文", "{%p endif %}")
    return document


def member_year() -> WordDocument:
    document = new_document()
    page_numbers(document.sections[0], first=True)
    add(document, "公文副题", "{{ committee }}")
    add(document, "公文标题", "{{ heading }}")
    add(document, "公文表文")
    table = new_table(document, [36, 28, 18, 28, 18, 28])
    for names in (
        (("姓名", "name"), ("性别", "sex"), ("民族", "ethnicity")),
        (("出生年月", "birth"), ("党派", "party"), ("界别", "sector")),
    ):
        cells = []
        for label, name in names:
            cells += [("公文表头", [label]), ("公文表文", [f"{{{{ {name} }}}}"])]
        add_row(table, cells)
    for label, name in (("工作单位及职务", "workplace"), ("所在专门委员会", "special_committee")):
        add_row(table, [("公文表头", [label]), ("公文表文", [f"{{{{ {name} }}}}"])], 1)
    add_row(table, [("公文表头", ["{%tr for f in facts %}"])])
    add_row(table, [("公文表头", ["{{ f.label }}"]), ("公文表文", ["{{ f.text }}"])], 1)
    add_row(table, [("公文表头", ["{%tr endfor %}"])])
    add_form_rows(table, merge_from=1)
    return document


def report() -> WordDocument:
    document = new_document()
    page_numbers(document.sections[0], first=True)
    add(document, "公文标题", "{{ title }}")
    add(document, "公文副题", "{{ subtitle }}")
    add(document, "公文正文")
    add(document, "公文正文", "{%p for section in sections %}")
    add(document, "公文正文", "{%p if section.heading %}")
    add(document, "公文一级标题", "{{ section.heading }}")
    add(document, "公文正文", "{%p endif %}")
    paragraph_loop(document, "section.paragraphs")
    add(document, "公文正文", "{%p for t in section.tables %}")
    add(document, "公文表头", "{{ t.caption }}")
    table = new_table(document, [52, 52, 52])
    for opening, value, closing, style in (
        ("{%tc for c in t.header %}", "{{ c }}", "{%tc endfor %}", "公文小表头"),
        ("{%tr for row in t.rows %}", "", "", "公文小表头"),
        ("{%tc for c in row %}", "{{ c }}", "{%tc endfor %}", "公文小表文"),
        ("{%tr endfor %}", "", "", "公文小表头"),
    ):
        add_row(table, [(style, [opening]), (style, [value]), (style, [closing])])
    add(document, "公文表文", "{{ t.note }}")
    add(document, "公文正文", "{%p endfor %}")
    add(document, "公文正文", "{%p endfor %}")
    add(document, "公文正文")
    add(document, "公文署名", "{{ issuer }}", right=640)
    add(document, "公文日期", "{{ date }}", right=640)
    imprint(document)
    return document


def bulletin() -> WordDocument:
    document = new_document()
    page_numbers(document.sections[0], first=True)
    add(document, "公文标志", "{{ masthead }}")
    add(document, "公文副题", "{{ number_line }}")
    line = add(document, "公文主送", "{{ issuer }}\t{{ date_line }}")
    tabs = element("tabs")
    tabs.append(element("tab", val="right", pos=round(gb.TEXT_WIDTH_MM * _MM)))
    set_property(line, tabs)
    rule_below(line, thick=True, space=4)
    add(document, "公文正文")
    add(document, "公文正文", "{%p if title %}")
    add(document, "公文标题", "{{ title }}")
    add(document, "公文正文")
    add(document, "公文正文", "{%p endif %}")
    paragraph_loop(document, "paragraphs")
    add(document, "公文正文")
    add(document, "公文正文", "{%p if to_line %}")
    add(document, "公文版记", "报送：{{ to_line }}")
    add(document, "公文正文", "{%p endif %}")
    add(document, "公文版记", "{{ names_line }}　{{ date_line }}印发")
    return document


BUILDERS = {
    "letter": letter,
    "proposal": proposal,
    "sheet": sheet,
    "assignment": assignment,
    "member_year": member_year,
    "report": report,
    "bulletin": bulletin,
}


def build(folder: Path = FOLDER) -> None:
    """Write every template, the same bytes each time."""
    folder.mkdir(exist_ok=True)
    for kind, make in BUILDERS.items():
        out = io.BytesIO()
        make().save(out)
        with (
            zipfile.ZipFile(out) as made,
            zipfile.ZipFile(folder / f"{kind}.docx", "w", zipfile.ZIP_DEFLATED) as kept,
        ):
            for name in made.namelist():
                # 1980 is the first year a zip can name.
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                kept.writestr(entry, made.read(name))


if __name__ == "__main__":
    build()
