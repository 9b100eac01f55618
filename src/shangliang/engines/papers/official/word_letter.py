"""Parts of our Word templates that stand in several: a letter's head and body, paragraphs, the imprint."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument

from . import gbt9704 as gb
from .word_parts import add, element, page_numbers, rule_below, set_property

_MM = gb.PT_PER_MM * 20  # twips in a millimetre


def letter_head(document: WordDocument) -> None:
    section = document.sections[0]
    page_numbers(section, first=False)
    # Rules are 170 mm wide and centred on the page; the text block is not.
    side = (gb.PAGE_WIDTH_MM - gb.LETTER_RULE_WIDTH_MM) / 2
    out = {"left": round((side - gb.LEFT_MM) * _MM), "right": round((side - gb.RIGHT_MM) * _MM)}
    header = section.first_page_header
    header.is_linked_to_previous = False
    grade = header.paragraphs[0]
    grade.style = "公文标识"
    grade.add_run("{{ grade_mark }}")
    set_property(grade, element("spacing", before=0, after=0, line=480, lineRule="exact"))
    set_property(grade, element("ind", **out))
    above = round((gb.LETTER_MARK_TOP_MM - 15.0) * _MM) - 480
    mark = add(header, "公文标志", "{{ issuer_mark }}", before=above, **out)
    rule_below(mark, thick=True, space=round(gb.LETTER_RULE_UNDER_MARK_MM * gb.PT_PER_MM))
    rule_below(_hairline(add(header, "公文页码", **out)), thick=False)
    footer = section.first_page_footer
    footer.is_linked_to_previous = False
    thin, thick = footer.paragraphs[0], add(footer, "公文页码", **out)
    thin.style = "公文页码"
    set_property(thin, element("ind", **out))
    rule_below(_hairline(thin), thick=False)
    rule_below(_hairline(thick), thick=True)


def _hairline(paragraph: Any) -> Any:
    """A paragraph of one point: it only carries a rule."""
    set_property(paragraph, element("spacing", before=0, after=0, line=20, lineRule="exact"))
    return paragraph


def letter_body(document: WordDocument) -> None:
    # 7/8 of a character between the rule and the number; the line itself brings the rest.
    add(document, "公文字号", "{{ number }}", before=150)
    add(document, "公文正文")
    add(document, "公文正文")
    add(document, "公文标题", "{{ title }}")
    add(document, "公文正文")
    add(document, "公文主送", "{{ addressee }}：")
    paragraph_loop(document, "paragraphs")
    add(document, "公文正文", "{%p if attachment_lines %}")
    add(document, "公文正文")
    add(document, "公文正文", "{%p for line in attachment_lines %}")
    add(document, "公文正文", "{{ line }}")
    add(document, "公文正文", "{%p endfor %}")
    add(document, "公文正文", "{%p endif %}")
    add(document, "公文正文", "{%p if contact %}")
    add(document, "公文正文")
    add(document, "公文正文", "联系人及电话：{{ contact }}")
    add(document, "公文正文", "{%p endif %}")
    _together(add(document, "公文正文"))
    add(document, "公文正文", "{%p if has_seal %}")
    _together(add(document, "公文正文"))
    add(document, "公文正文", "{%p endif %}")
    _together(add(document, "公文署名", "{{ issuer }}"))
    add(document, "公文日期", "{{ date }}")


def _together(paragraph: Any) -> None:
    set_property(paragraph, element("keepNext"))


def paragraph_loop(document: WordDocument, name: str) -> None:
    add(document, "公文正文", f"{{%p for p in {name} %}}")
    for test, style in (
        ("if p.level == 'h1'", "公文一级标题"),
        ("elif p.level == 'h2'", "公文二级标题"),
        ("elif p.level == 'flat'", "公文主送"),
        ("else", "公文正文"),
    ):
        add(document, "公文正文", f"{{%p {test} %}}")
        add(document, style, "{{ p.text }}")
    add(document, "公文正文", "{%p endif %}")
    add(document, "公文正文", "{%p endfor %}")


def imprint(document: WordDocument) -> None:
    """The copies stand at the foot of the last page's text block (letters: without rules)."""
    add(document, "公文正文", "{%p if copies_line %}")
    pad = round(gb.SMALL_PT * 20)
    copies = add(
        document, "公文版记", "抄送：{{ copies_line }}", left=pad * 4, hanging=pad * 3, right=pad
    )
    frame = element(
        "framePr",
        w=round(gb.TEXT_WIDTH_MM * _MM),
        wrap="around",
        vAnchor="margin",
        hAnchor="margin",
        xAlign="left",
        yAlign="bottom",
    )
    set_property(copies, frame)
    add(document, "公文正文", "{%p endif %}")
