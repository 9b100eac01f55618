"""Whatever is cleaned away, each finding stands in the source's own words, on its own lines."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from shangliang.engines.text import as_json, read_text, source_of_text
from shangliang.engines.text.cleaning import SAFE, cleaned_line
from shangliang.engines.text.mapped import joined
from shangliang.engines.text.print_lines import pieces_of
from shangliang.engines.text.wraps import paragraphs_of

PIECES = st.sampled_from(
    [
        "市商务局要", "抓紧研究", "２０２４年", "2024 年 3 月", "增长12.5%", "，", "。", "；", "\n", "\n\n", "一、", "（一）",
        "一是", "二要", "示范区-1.2%", "— 3 —", " ", "　", "“", "”", "《", "》", "xxx", "×", "*", "％", "同志们：", "3.7亿元",
        "（责任单位：市财政局、市民政局）", "第一，", "AI cloud", "①", "谢谢大家！", "张三", "\t", "\f", "希望大家", "下半年",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=60).map("".join)


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_every_cleaned_character_stands_where_it_says(text):
    source = source_of_text(text)
    for paragraph in paragraphs_of(source):
        words = paragraph.words
        assert len(words.text) == len(words.at)
        for sign, place in zip(words.text, words.at, strict=True):
            own = source.text[place]
            plain = own.translate(SAFE)
            assert sign == plain or (plain in ",;:!?()" and sign in "，；：！？（）")


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_lines_of_a_paragraph_hold_its_words(text):
    source = source_of_text(text)
    for paragraph in paragraphs_of(source):
        first, last = paragraph.words.lines(0, len(paragraph.text))
        assert paragraph.first <= first <= last <= paragraph.last
        held = "\n".join(source.lines[first - 1 : last])
        for line in filter(None, paragraph.words.words(0, len(paragraph.text)).split("\n")):
            assert all(sign in held for sign in line)


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_json_texts_are_the_sources_own_words_on_their_lines(text):
    source = source_of_text(text)
    data = as_json(read_text(text))
    for key in ("tasks", "indicators", "gaps", "flags"):
        for entry in data[key]:
            first, last = entry["lines"]
            assert 1 <= first <= last <= len(source.lines)
            held = re.sub(r"\s", "", "".join(source.lines[first - 1 : last]))
            words = re.sub(r"\s", "", entry["text"])
            # Page numbers inside may be left out, nothing may be put in.
            at = -1
            for sign in words:
                at = held.find(sign, at + 1)
                assert at >= 0


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_offsets_survive_cutting_and_joining(text):
    source = source_of_text(text)
    for number in range(len(source.lines)):
        line = cleaned_line(source, number)
        middle = len(line) // 2
        again = joined(source, [line.part(0, middle), line.part(middle, len(line))])
        assert again.text == line.text
        assert list(again.at) == list(line.at)
        assert all(source.line_of(place) == number + 1 for place in line.at)


def test_originals_are_kept_where_glyphs_are_made_plain():
    (paragraph,) = paragraphs_of(source_of_text("２０２４ 年增长１３％，完成任务。"))
    assert paragraph.text == "2024年增长13%，完成任务。"
    assert paragraph.words.words(0, 5) == "２０２４ 年"


def test_page_numbers_inside_a_sentence_are_no_words_of_it():
    lines = ["各县要把任务落实到岗到人并于年底前", "— 3 —", "完成验收销号，逐项报送市政府办公室备"]
    source = source_of_text("\n".join([*lines, "案。" + "后面这一行同样写满整行的十八个字好"]))
    text = "".join(p.text for p in paragraphs_of(source))
    assert "年底前完成验收" in text
    assert "3" not in text


def test_a_running_head_that_comes_back_is_set_aside():
    page = "云川市年鉴\n这一页写了一整段话，讲的是城市更新，也讲了河道治理和绿化。\n- {} -"
    source = source_of_text("\n".join(page.format(n) for n in range(1, 5)))
    assert all("年鉴" not in piece.clean.text for piece in pieces_of(source))


def test_two_columns_are_read_one_after_the_other():
    left = [
        "城市更新要先问群众愿不愿意",
        "再看条件成不成熟，不能一刀",
        "切。老旧小区改造要把水电气",
        "路讯一并考虑，一次改到位。",
    ]
    right = [
        "河道治理重在长效。要把河长",
        "巡查和群众监督结合起来，发",
        "现问题及时交办，办完以后要",
        "由群众来评价，评价要公开。",
    ]
    text = "\n".join(f"{a}    {b}" for a, b in zip(left, right, strict=True))
    whole = "".join(p.text for p in paragraphs_of(source_of_text(text)))
    assert "不能一刀切" in whole
    assert "发现问题" in whole
