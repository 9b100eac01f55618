"""Word papers carry the numbers of GB/T 9704-2012, and an office's own template cannot do harm."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from shangliang.engines.papers.official import (
    Report,
    Section,
    Table,
    TemplateRefused,
    paragraphs,
    to_docx,
)
from shangliang.engines.papers.official import word_templates as templates
from shangliang.engines.papers.official.columns import widths_mm
from shangliang.engines.papers.official.tests.samples import RARE, letter, papers, proposal

ALL = papers()
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% for x in y %} #import \"a\" =cmd|' /C calc'!A0 & < > \" '"


def opened(data: bytes):
    return Document(io.BytesIO(data))


def text_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [n for n in package.namelist() if re.match(r"word/(document|header|footer)", n)]
        xml = "".join(package.read(n).decode() for n in parts)
    texts = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)
    return (
        "".join(texts)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&amp;", "&")
    )


@pytest.mark.parametrize("kind", ALL)
def test_page_margins_and_grid_are_those_of_the_standard(kind):
    for section in opened(to_docx(ALL[kind])).sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        margins = [
            section.top_margin,
            section.bottom_margin,
            section.left_margin,
            section.right_margin,
        ]
        assert [m.mm for m in margins] == pytest.approx([37, 35, 28, 26], abs=0.1)
        grid = section._sectPr.find(qn("w:docGrid"))
        assert grid.get(qn("w:type")) == "linesAndChars"
        pitch, space = int(grid.get(qn("w:linePitch"))), int(grid.get(qn("w:charSpace")))
        assert int(225 / 25.4 * 1440) // pitch == 22
        assert round(156 / 25.4 * 72 / (16 + space / 4096), 1) == 28


@pytest.mark.parametrize(
    "style, face, size",
    [
        ("公文正文", "仿宋_GB2312", 16),
        ("公文一级标题", "黑体", 16),
        ("公文二级标题", "楷体_GB2312", 16),
        ("公文标题", "方正小标宋简体", 22),
        ("公文标志", "方正小标宋简体", 33),
        ("公文标识", "黑体", 16),
        ("公文版记", "仿宋_GB2312", 14),
        ("公文页码", "宋体", 14),
    ],
)
def test_each_style_names_the_standards_face_and_size(style, face, size):
    found = opened(to_docx(ALL["letter"])).styles[style]
    fonts = found.element.rPr.rFonts
    assert {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia")} == {face}
    assert found.font.size == Pt(size)


def test_lines_are_fixed_so_that_22_fill_a_page():
    styles = opened(to_docx(ALL["letter"])).styles
    for name in ("公文正文", "公文一级标题", "公文二级标题", "公文主送"):
        spacing = styles[name].element.pPr.find(qn("w:spacing"))
        assert spacing.get(qn("w:lineRule")) == "exact"
        assert int(225 / 25.4 * 1440 / int(spacing.get(qn("w:line")))) == 22
        assert (spacing.get(qn("w:before")), spacing.get(qn("w:after"))) == ("0", "0")


def test_28_characters_fit_a_line_without_the_grid():
    run = opened(to_docx(ALL["letter"])).styles["Normal"].element.rPr
    closer = int(run.find(qn("w:spacing")).get(qn("w:val"))) / 20
    width = 156 / 25.4 * 72
    assert 28 * (16 + closer) <= width < 29 * (16 + closer)


def test_each_level_has_its_style():
    found = {p.text: p.style.name for p in opened(to_docx(ALL["letter"])).paragraphs}
    assert found["一、关于划定点位"] == "公文一级标题"
    assert found["（一）地铁口"] == "公文二级标题"
    assert found["逐口划线，由街道巡查。"] == "公文正文"
    assert found["林㛃等3位委员："] == "公文主送"


def test_a_letter_has_no_number_on_page_1_and_numbers_odd_right_even_left():
    document = opened(to_docx(ALL["letter"]))
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert document.settings.odd_and_even_pages_header_footer
    assert "PAGE" not in section.first_page_footer._element.xml
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]
        assert paragraph.text == "— 1 —"
        properties = paragraph._element.pPr
        assert properties.find(qn("w:jc")).get(qn("w:val")) == side
        assert properties.find(qn("w:ind")).get(qn(f"w:{side}")) == str(14 * 20)


@pytest.mark.parametrize("kind", ["proposal", "transfer", "report"])
def test_other_papers_number_page_1_too(kind):
    section = opened(to_docx(ALL[kind])).sections[0]
    assert not section.different_first_page_header_footer
    assert "PAGE" in section.footer._element.xml


def test_the_red_rules_are_170_mm_wide_thick_over_thin_and_thin_over_thick():
    section = opened(to_docx(ALL["letter"])).sections[0]
    _, mark, thin = section.first_page_header.paragraphs
    foot_thin, foot_thick = section.first_page_footer.paragraphs
    for paragraph, eighths in ((mark, 25), (thin, 6), (foot_thin, 6), (foot_thick, 25)):
        below = paragraph._element.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
        assert int(below.get(qn("w:sz"))) == eighths
        assert below.get(qn("w:color")) == "C8161D"
        indent = paragraph._element.pPr.find(qn("w:ind"))
        outside = -int(indent.get(qn("w:left"))) - int(indent.get(qn("w:right")))
        assert 156 + outside / 1440 * 25.4 == pytest.approx(170, abs=0.1)
    assert section.footer_distance.mm == pytest.approx(20, abs=0.05)
    # 15 mm + the grade's line + room above = the mark's top at 30 mm.
    above = int(mark._element.pPr.find(qn("w:spacing")).get(qn("w:before")))
    assert 15 + (480 + above) / 1440 * 25.4 == pytest.approx(30, abs=0.2)


@pytest.mark.parametrize(
    "sealed, issuer, expected",
    [
        # The date is 6 characters wide, ends 4 in, and the issuer is centred over it.
        (True, "示例市城市管理局", (3.0, 4.0)),
        (True, "某局", (6.0, 4.0)),
        (False, "示例市城市管理局", (2.0, 2.0)),
        (False, "某局", (8.0, 2.0)),
    ],
)
def test_issuer_and_date_stand_where_the_seal_needs_them(sealed, issuer, expected):
    document = opened(to_docx(letter(has_seal=sealed, issuer=issuer)))
    right = [
        int(p._element.pPr.find(qn("w:ind")).get(qn("w:rightChars"))) / 100
        for p in document.paragraphs
        if p.style.name in ("公文署名", "公文日期")
    ]
    assert tuple(right) == expected


def test_a_long_issuers_mark_is_set_smaller_so_that_it_fits_the_rule():
    name = "中国人民政治协商会议示例市委员会办公室"
    header = opened(to_docx(letter(issuer_mark=name))).sections[0].first_page_header
    size = header.paragraphs[1].runs[0].font.size.pt
    assert size * len(name) * 1.06 < 170 / 25.4 * 72 < 33 * len(name) * 1.06


@pytest.mark.parametrize("kind", ALL)
def test_every_paper_opens_and_leaves_no_braces(kind):
    text = text_of(to_docx(ALL[kind]))
    assert "{{" not in text
    assert "{%" not in text
    assert any(character in text for character in RARE) or kind in ("extension", "return")


def test_rare_characters_are_in_the_file():
    text = text_of(to_docx(ALL["letter"])) + text_of(to_docx(ALL["proposal"]))
    assert all(character in text for character in RARE)


def test_hostile_text_is_only_text():
    data = to_docx(letter(HOSTILE, title=HOSTILE, issuer_mark=HOSTILE, addressee=HOSTILE))
    text = text_of(data)
    assert text.count("<script>alert(1)</script> {{ 7*7 }} {% for x in y %} #import") == 4
    assert "49" not in text
    assert "script" not in {
        e.tag.split("}")[-1] for e in opened(data).element.iter() if isinstance(e.tag, str)
    }


def test_characters_that_word_cannot_carry_are_left_out():
    found = opened(to_docx(letter("甲\x00\x01\u202e乙\ud800")))
    assert "甲乙" in [p.text for p in found.paragraphs]


def test_empty_rows_and_long_text_do_not_break_a_form():
    sheet = proposal(situation="很长。" * 4000, asks=[], seconders=[])
    assert "三、建议" not in text_of(to_docx(sheet))


def test_a_table_has_a_column_for_each_heading():
    table = opened(to_docx(ALL["report"])).tables[0]
    assert [[c.text for c in row.cells] for row in table.rows] == [["类别", "件数"], ["经济", "40"]]


HEAD = ["位次", "单位", "在办", "本月销号", "已到期", "按期报结", "逾期未结", "按期率", "比上月"]


def test_a_units_name_keeps_one_line_beside_eight_counts():
    rows = [["10", "市党史方志中心", "264", "0", "481", "269", "110", "100.0%", "↓12"]]
    widths = widths_mm(HEAD, rows)
    assert sum(widths) == pytest.approx(156, abs=0.1)
    assert widths[1] > 7 * 4.24 + 3.8, "seven characters of 小四 and the cell's own margin"
    assert min(widths) > 2 * 4.24 + 3.8, "no head is broken inside a word of two"


def test_one_long_line_does_not_take_the_room_of_a_column_that_is_full():
    titles = [["1", "老旧小区电梯装好以后谁来管、钱从哪里来", "工商联界"] for _ in range(9)]
    titles[0][2] = "社会和法制委员会，一江区、二桥区和三塘县政协，市总工会和市妇联"
    widths = widths_mm(["序号", "议题", "配合与参加"], titles)
    assert widths[1] > widths[2] > widths[0]


def test_columns_are_set_in_word_and_the_head_stands_again_on_each_page():
    paper = Report("通报", [Section(tables=[Table(HEAD, [["1", "市住建局", *"1234567"]] * 60)])])
    table = opened(to_docx(paper)).tables[0]
    grid = [int(c.get(qn("w:w"))) for c in table._tbl.tblGrid]
    assert len(grid) == 9
    assert sum(grid) == pytest.approx(156 / 25.4 * 1440, abs=20)
    assert grid[1] == max(grid)
    assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None


def own_template(*lines: str, header: str = "") -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_an_office_can_replace_the_template():
    mine = own_template(
        "文号 {{ number }}",
        "{%p for p in paragraphs %}",
        "{{ p.text }}",
        "{%p endfor %}",
        header="{{ issuer }}",
    )
    text = text_of(to_docx(letter("甲<b>"), mine))
    assert "文号 示城函〔2027〕41号" in text
    assert "甲<b>" in text
    assert "示例市城市管理局" in text


@pytest.mark.parametrize(
    "line, said",
    [
        ("{{ nummer }}", "nummer"),
        ("{%p if false %}\n{{ hidden }}\n{%p endif %}", "hidden"),
        ("{{ paragraphs[0].nope }}", "nope"),
        ("{{ number.__class__ }}", "不允许"),
        ("{{ number.__class__.__mro__[1].__subclasses__() }}", "不允许"),
        ("{{ ''.join(['a']) }}", "不允许"),
        ("{{ paragraphs.append(1) }}", "不允许"),
        ("{{ number|attr('__class__') }}", "不能使用|写法"),
        ("{{ 'a' * 100000000 }}", "不允许"),
        ("{{ number|safe }}", "不能使用|写法"),
        ("{{ range(10) }}", "range"),
        ("{{ number ", "写法"),
        ("{% include 'a' %}", "不能使用|写法"),
    ],
)
def test_a_template_that_asks_for_more_is_refused_in_words(line, said):
    with pytest.raises(TemplateRefused, match=said):
        to_docx(letter(), own_template(*line.split("\n")))


def test_a_header_is_checked_like_the_body():
    with pytest.raises(TemplateRefused, match="nummer"):
        to_docx(letter(), own_template("甲", header="{{ nummer }}"))


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04"])
def test_a_template_that_is_no_word_file_is_refused(data):
    with pytest.raises(TemplateRefused, match="Word"):
        to_docx(letter(), data)


@pytest.mark.parametrize("kind", templates.BUILDERS)
def test_the_shipped_templates_are_what_the_builder_makes(kind, tmp_path):
    templates.build(tmp_path)
    made, shipped = tmp_path / f"{kind}.docx", templates.FOLDER / f"{kind}.docx"
    with zipfile.ZipFile(made) as a, zipfile.ZipFile(shipped) as b:
        assert a.namelist() == b.namelist()
        for name in a.namelist():
            if name != "docProps/core.xml":
                assert a.read(name) == b.read(name), name


def test_typed_text_becomes_paragraphs_with_levels():
    found = [
        (p.level, p.text) for p in paragraphs("一、甲\n（一）乙\n丙\n\n一、这是一句完整的话。")
    ]
    assert found == [
        ("h1", "一、甲"),
        ("h2", "（一）乙"),
        ("body", "丙"),
        ("body", "一、这是一句完整的话。"),
    ]


def test_the_last_line_of_text_stays_with_the_signature():
    found = opened(to_docx(letter(contact=""))).paragraphs
    place = next(n for n, p in enumerate(found) if p.style.name == "公文署名")
    while not found[place - 1].text:
        place -= 1
    assert found[place - 1].text == "以上答复，如有意见，请填写征询意见表寄回。"
    assert found[place - 1].paragraph_format.keep_with_next
