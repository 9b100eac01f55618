"""Pieces from which our Word templates are built: page, styles, frames, table cells.

Everything here ends up as ordinary Word styles, so that an office can change a template in Word
without knowing any of this.
"""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from . import gbt9704 as gb

TWIPS_PER_PT = 20
LINE_TWIPS = int(gb.LINE_PT * TWIPS_PER_PT)  # 579: 22 lines in 225 mm
# Word states the share of space between characters in 1/4096 pt beyond the type size.
CHAR_SPACE = round((gb.CELL_PT - gb.BODY_PT) * 4096)
# The section states the grid; the text keeps 28 characters by itself, a quarter point closer each,
# because some programs give a 16 pt character two cells of a 15.8 pt grid.
CLOSER_TWIPS = -5
HEADER_MM, FOOTER_MM = 15.0, 20.0

# style: face, size, bold, alignment, first-line indent in characters
STYLES: dict[str, tuple[str, float, str, int]] = {
    "公文标志": (gb.SONG_TITLE, 33, "center", 0),
    "公文标识": (gb.HEITI, gb.BODY_PT, "right", 0),
    "公文字号": (gb.FANGSONG, gb.BODY_PT, "right", 0),
    "公文标题": (gb.SONG_TITLE, gb.TITLE_PT, "center", 0),
    "公文副题": (gb.KAITI, gb.BODY_PT, "center", 0),
    "公文主送": (gb.FANGSONG, gb.BODY_PT, "both", 0),
    "公文正文": (gb.FANGSONG, gb.BODY_PT, "both", 2),
    "公文一级标题": (gb.HEITI, gb.BODY_PT, "both", 2),
    "公文二级标题": (gb.KAITI, gb.BODY_PT, "both", 2),
    "公文署名": (gb.FANGSONG, gb.BODY_PT, "right", 0),
    "公文日期": (gb.FANGSONG, gb.BODY_PT, "right", 0),
    "公文版记": (gb.FANGSONG, gb.SMALL_PT, "left", 0),
    "公文页码": (gb.SONGTI, gb.SMALL_PT, "right", 0),
    "公文表头": (gb.HEITI, gb.SMALL_PT, "center", 0),
    "公文表文": (gb.FANGSONG, gb.SMALL_PT, "left", 0),
    "公文表签": (gb.FANGSONG, gb.SMALL_PT, "right", 0),
    "公文小表头": (gb.HEITI, 10.5, "center", 0),
    "公文小表文": (gb.FANGSONG, 10.5, "left", 0),
}
_PITCH = {
    "公文表头": 22,
    "公文表文": 22,
    "公文表签": 22,
    "公文小表头": 15,
    "公文小表文": 15,
    "公文版记": 20,
}


def element(tag: str, **attributes: Any) -> Any:
    """A w: element with w: attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def new_document() -> WordDocument:
    """An empty document with page, grid, styles and page numbers of the standard."""
    document = Document()
    for paragraph in list(document.paragraphs):
        paragraph._element.getparent().remove(paragraph._element)
    _set_styles(document)
    set_page(document.sections[0])
    settings = document.settings.element
    settings.insert(0, element("evenAndOddHeaders"))
    return document


def set_page(section: Any) -> None:
    """A4, margins, and the grid of 22 lines by 28 characters."""
    section.page_width, section.page_height = Mm(gb.PAGE_WIDTH_MM), Mm(gb.PAGE_HEIGHT_MM)
    section.top_margin, section.bottom_margin = Mm(gb.TOP_MM), Mm(gb.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(gb.LEFT_MM), Mm(gb.RIGHT_MM)
    section.header_distance, section.footer_distance = Mm(HEADER_MM), Mm(FOOTER_MM)
    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    properties.append(
        element("docGrid", type="linesAndChars", linePitch=LINE_TWIPS, charSpace=CHAR_SPACE)
    )


def _set_styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    _face(normal, gb.FANGSONG, gb.BODY_PT)
    _spacing(normal, LINE_TWIPS)
    normal.paragraph_format.widow_control = False
    # No space of Word's own between Chinese and figures: it would break the 28 characters.
    for name in ("autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        _property(normal.element.get_or_add_pPr(), element(name, val=0))
    _closer(normal, CLOSER_TWIPS)
    for name, (face, size, align, indent) in STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.quick_style = True
        _face(style, face, size)
        pitch = _PITCH.get(name, 0) * TWIPS_PER_PT or LINE_TWIPS
        _spacing(style, 36 * TWIPS_PER_PT if name == "公文标志" else pitch)
        properties = style.element.get_or_add_pPr()
        if size != gb.BODY_PT:
            _closer(style, 40 if name == "公文标志" else 0)
        if indent:
            _property(
                properties,
                element(
                    "ind", firstLineChars=indent * 100, firstLine=round(indent * gb.CELL_PT * 20)
                ),
            )
        _property(properties, element("jc", val=align))
        if "级标题" in name:
            style.paragraph_format.keep_with_next = True
        if name == "公文标志":
            style.font.color.rgb = RGBColor.from_string(gb.RED)


def _closer(style: Any, twips: int) -> None:
    """Space between characters, off the grid (CT_RPr wants color, spacing, sz, snapToGrid order)."""
    run = style.element.get_or_add_rPr()
    size = run.find(qn("w:sz"))
    size.addprevious(element("spacing", val=twips))
    size.addprevious(element("snapToGrid", val=0))


def _face(style: Any, face: str, size: float) -> None:
    style.font.name = face
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), face)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _spacing(style: Any, line_twips: int) -> None:
    properties = style.element.get_or_add_pPr()
    _property(properties, element("spacing", before=0, after=0, line=line_twips, lineRule="exact"))


# Order of paragraph properties in CT_PPr (ISO/IEC 29500-1, 17.3.1.26), as far as we use them.
_ORDER = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "pBdr",
    "tabs",
    "autoSpaceDE",
    "autoSpaceDN",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "textAlignment",
    "outlineLvl",
    "rPr",
    "sectPr",
]


def _property(properties: Any, new: Any) -> None:
    for old in properties.findall(new.tag):
        properties.remove(old)
    place = _ORDER.index(new.tag.split("}")[1])
    for sibling in properties:
        name = sibling.tag.split("}")[1]
        if name in _ORDER and _ORDER.index(name) > place:
            sibling.addprevious(new)
            return
    properties.append(new)


def set_property(paragraph: Paragraph, new: Any) -> None:
    """Put one paragraph property at its place in the schema's order."""
    _property(paragraph._element.get_or_add_pPr(), new)


def add(container: Any, style: str, text: str = "", /, **indent: int) -> Paragraph:
    """A paragraph in a style; ``indent`` holds twips (left, right, before)."""
    paragraph: Paragraph = container.add_paragraph(style=style)
    if text:
        paragraph.add_run(text)
    before = indent.pop("before", None)
    if before is not None:
        style_of: Any = paragraph.style
        line = style_of.element.pPr.find(qn("w:spacing")).get(qn("w:line"))
        set_property(
            paragraph, element("spacing", before=before, after=0, line=line, lineRule="exact")
        )
    if indent:
        set_property(paragraph, element("ind", **indent))
    return paragraph


def rule_below(paragraph: Paragraph, *, thick: bool, space: int = 0) -> None:
    """A red rule under a paragraph, ``space`` points below it.

    Word's own thick-and-thin pairs are turned about by other programs, so each rule is a border of
    its own.
    """
    box = element("pBdr")
    box.append(element("bottom", val="single", sz=25 if thick else 6, space=space, color=gb.RED))
    set_property(paragraph, box)


def add_page_number(footer: Any, align: str) -> None:
    """ "— 1 —" one character in from the edge (7.5)."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = "公文页码"
    inward = int(gb.SMALL_PT * TWIPS_PER_PT)
    set_property(paragraph, element("ind", **{"right" if align == "right" else "left": inward}))
    set_property(paragraph, element("jc", val=align))
    # 7 mm below the text block; the letter's foot rule needs the footer to start lower.
    gap = gb.BOTTOM_MM - gb.PAGE_NUMBER_BELOW_MM - FOOTER_MM
    after = round(gap * gb.PT_PER_MM * 20 - gb.SMALL_PT * 20)
    set_property(
        paragraph,
        element("spacing", before=0, after=after, line=int(gb.SMALL_PT * 20), lineRule="exact"),
    )
    paragraph.add_run("— ")
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("1", ""), ("end", "")):
        run = paragraph.add_run("1" if kind == "1" else "")
        if kind == "":
            run._element.append(element("instrText"))
            run._element[-1].text = text
        elif kind != "1":
            run._element.append(element("fldChar", fldCharType=kind))
    paragraph.add_run(" —")


def page_numbers(section: Any, *, first: bool) -> None:
    """Odd pages right, even pages left; page 1 only where ``first``."""
    add_page_number(section.footer, "right")
    add_page_number(section.even_page_footer, "left")
    section.even_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    section.different_first_page_header_footer = not first
