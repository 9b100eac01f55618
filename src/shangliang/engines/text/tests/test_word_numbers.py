"""Numbers Word counts by itself stand where the reader of the paper sees them."""

import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from shangliang.engines.text import as_json, read_source, source_of_file
from shangliang.engines.text.reading.word_numbers import in_chinese, written

LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def numbered(paragraph, list_id, depth):
    mark = (
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )
    paragraph._p.get_or_add_pPr().append(parse_xml(mark))


def paper(lines):
    """``lines``: (depth or None, words)."""
    document = Document()
    root = next(r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")).element  # fmt: skip
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{words}"/></w:lvl>'
        for n, (style, words) in enumerate(LEVELS)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))  # fmt: skip
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))  # fmt: skip
    for depth, words in lines:
        paragraph = document.add_paragraph(words)
        if depth is not None:
            numbered(paragraph, 90, depth)
    assert document.paragraphs[0]._p.find(qn("w:pPr")) is None
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_list_counts_and_deeper_levels_begin_again():
    source = source_of_file(
        "方案.docx",
        paper(
            [
                (None, "关于改造老旧小区的方案"),
                (0, "总体要求"),
                (1, "目标"),
                (1, "原则"),
                (0, "主要任务"),
                (1, "摸清底数"),
                (2, "查管线"),
                (2, "查屋面"),
                (0, ""),
                (0, "保障措施"),
            ]
        ),
    )
    assert source.lines[1:] == ("一、总体要求", "（一）目标", "（二）原则", "二、主要任务", "（一）摸清底数", "1.查管线", "2.查屋面", "", "三、保障措施")  # fmt: skip
    outline = as_json(read_source(source))["documents"][0]["outline"]
    assert [o["marker"] for o in outline if o["level"] == 1] == ["一、", "二、", "三、"]


def test_words_typed_by_hand_get_no_number():
    source = source_of_file("方案.docx", paper([(None, "标题"), (None, "一、手写的序号")]))
    assert source.lines == ("标题", "一、手写的序号")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (35, "三十五"),
        (105, "一百〇五"),
        (110, "一百一十"),
        (1000, "1000"),
    ],  # fmt: skip
)
def test_numbers_in_chinese(number, words):
    assert in_chinese(number) == words


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("decimal", "3"),
        ("decimalEnclosedCircleChinese", "③"),
        ("lowerLetter", "c"),
        ("decimalFullWidth", "３"),
        ("unheardOf", "3"),
    ],  # fmt: skip
)
def test_formats(style, words):
    assert written(3, style) == words
