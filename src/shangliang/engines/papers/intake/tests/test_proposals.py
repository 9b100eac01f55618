"""A member's Word file, however written, is split into its parts and loses nothing."""

from __future__ import annotations

import re

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from shangliang.engines.papers.intake import UploadRefused, read_proposal_docx, split_asks
from shangliang.engines.papers.intake.tests import layouts
from shangliang.engines.papers.intake.tests.layouts import (
    ANALYSIS,
    ASKS,
    LAYOUTS,
    SITUATION,
    TITLE,
    saved,
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_each_layout_is_split_into_its_four_parts(layout):
    draft = read_proposal_docx(layout())
    assert draft.title == TITLE
    assert draft.situation == SITUATION
    assert draft.analysis == ANALYSIS
    assert [ask.rstrip("。") for ask in draft.asks] == [ask.rstrip("。") for ask in ASKS]


def test_who_proposes_and_when_is_kept_as_leftover():
    draft = read_proposal_docx(layouts.title_on_two_lines_and_signature())
    assert draft.leftover.splitlines() == [
        "政协示例市第十五届委员会第二次会议提案",
        "提案人：林一",
        "2027年1月10日",
    ]
    assert "联系电话：0000-1234567" in read_proposal_docx(layouts.form_table()).leftover


def test_a_heading_that_says_something_is_kept_with_its_part():
    draft = read_proposal_docx(
        layouts._of(TITLE, "一、雨伞投放的现状与成效", SITUATION, "二、建议", ASKS[0])
    )
    assert draft.situation == f"一、雨伞投放的现状与成效\n{SITUATION}"
    assert draft.asks == [ASKS[0]]


def test_text_under_an_ask_stays_with_that_ask():
    draft = read_proposal_docx(
        layouts._of(
            TITLE,
            "三、建议",
            "（一）划定点位",
            "避开盲道。",
            "1.先试点。",
            "（二）按周回收",
            "企业负责。",
        )
    )
    assert draft.asks == ["划定点位\n避开盲道。\n1.先试点。", "按周回收\n企业负责。"]


def test_bold_lines_without_numbers_begin_asks():
    document = Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("建议")
    for name, text in (("划定点位", "避开盲道。"), ("按周回收", "企业负责。")):
        document.add_paragraph().add_run(name).bold = True
        document.add_paragraph(text)
    assert read_proposal_docx(saved(document)).asks == [
        "划定点位\n避开盲道。",
        "按周回收\n企业负责。",
    ]


def test_a_table_of_figures_stays_as_text_in_its_part():
    document = Document()
    for line in (TITLE, "一、情况", SITUATION):
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("城区", "投放点", "东城", "120")):
        cell.text = text
    document.add_paragraph("二、建议")
    document.add_paragraph(ASKS[0])
    draft = read_proposal_docx(saved(document))
    assert draft.situation == f"{SITUATION}\n城区 | 投放点\n东城 | 120"


def test_without_any_heading_everything_is_situation():
    draft = read_proposal_docx(layouts._of("雨伞很多。", "没有人管。"))
    assert draft.situation == "雨伞很多。\n没有人管。"
    assert (draft.title, draft.analysis, draft.asks) == ("", "", [])


def test_what_is_left_behind_is_named():
    document = Document()
    document.add_paragraph(TITLE)
    paragraph = document.add_paragraph("正文。")
    gone = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = "删去的一句"
    run.append(text)
    gone.append(run)
    paragraph._element.append(gone)
    added = OxmlElement("w:ins")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "补上的一句。"
    run.append(text)
    added.append(run)
    paragraph._element.append(added)
    picture = OxmlElement("w:drawing")
    paragraph.add_run()._element.append(picture)
    document.add_comment(paragraph.runs[0], "请核实", author="某")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    draft = read_proposal_docx(saved(document))
    assert draft.situation == "正文。补上的一句。"
    assert "图片 1 张" in draft.dropped
    assert "批注 1 条" in draft.dropped
    assert "修订中已删除的文字：“删去的一句”" in draft.dropped
    assert "页眉页脚：“内部资料”" in draft.dropped


def test_a_text_box_goes_to_leftover():
    document = Document()
    document.add_paragraph(TITLE)
    run = document.add_paragraph("正文。").add_run()
    pict, box, inner, r, t = (
        OxmlElement(f"w:{tag}") for tag in ("pict", "txbxContent", "p", "r", "t")
    )
    t.text = "框里的话"
    for parent, child in ((r, t), (inner, r), (box, inner), (pict, box), (run._element, pict)):
        parent.append(child)
    draft = read_proposal_docx(saved(document))
    assert draft.leftover == "框里的话"
    assert draft.dropped == []


def test_rare_characters_and_markup_come_through_as_text():
    draft = read_proposal_docx(
        layouts._of(TITLE, "一、情况", "林㛃、周䶮、吴𬱖<script>alert(1)</script>{{7*7}}")
    )
    assert draft.situation == "林㛃、周䶮、吴𬱖<script>alert(1)</script>{{7*7}}"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"hello"])
def test_a_broken_file_is_refused_in_words(data):
    with pytest.raises(UploadRefused) as refusal:
        read_proposal_docx(data)
    assert refusal.value.code == "broken"
    assert "损坏" in refusal.value.message_zh


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_no_character_is_lost(layout):
    document = Document(__import__("io").BytesIO(layout()))
    written = "".join(t.text or "" for t in document.element.iter(qn("w:t")))
    draft = read_proposal_docx(layout())
    kept = "".join([draft.title, draft.situation, draft.analysis, *draft.asks, draft.leftover])
    headings = "一二三四五六七八九十、（）()【】是第，：:。.．0123456789①②③）案由题目情况分析建议现状存在的问题意见基本对策原因及工作办法内容为此提出如下提案"
    lost = set(re.sub(r"\s", "", written)) - set(kept) - set(headings)
    assert not lost


@pytest.mark.parametrize(
    "text, asks",
    [
        ("一是修路。二是种树。三是装灯。", ["修路。", "种树。", "装灯。"]),
        ("建议：一是修路；二是种树", ["修路", "种树"]),
        ("1.修路。\n2.种树。", ["修路。", "种树。"]),
        ("1、修路 3.5公里。2、种树。", ["修路 3.5公里。", "种树。"]),
        ("（一）修路。\n材料用透水砖。\n（二）种树。", ["修路。\n材料用透水砖。", "种树。"]),
        ("①修路②种树", ["修路", "种树"]),
        ("第一，修路。第二，种树。", ["修路。", "种树。"]),
        ("修路。\n种树。", ["修路。", "种树。"]),
        ("修路并种树。", ["修路并种树。"]),
        ("为此，建议：\n1. 修路", ["修路"]),
        ("投入3.5亿元修路。", ["投入3.5亿元修路。"]),
        ("", []),
    ],
)
def test_suggestions_are_told_apart(text, asks):
    assert split_asks(text) == asks
