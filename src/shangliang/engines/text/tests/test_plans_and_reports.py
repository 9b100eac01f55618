"""Topics of a plan with form and aim; a report held against a notice; measures that say nothing."""

import pytest

from shangliang.engines.text import read_text
from shangliang.engines.text.coverage import Wanted, cover
from shangliang.engines.text.plan_topics import topics_in
from shangliang.engines.text.vague_measures import measures_in


def topics(text):
    return [(t.form, t.title, t.aim) for t in topics_in(read_text(text))]


def test_a_list_of_things_is_several_topics_and_a_chain_of_deeds_is_one():
    text = (
        "今年工作安排如下。聚焦改善民生，就老旧小区管养、垃圾分类等组织调研协商活动；"
        "聚焦区域发展，就深化两市协作、助推枢纽建设开展常委会议专题议政；开展饮用水源视察监督。"
    )
    assert topics(text) == [
        ("调研协商", "老旧小区管养", "聚焦改善民生"),
        ("调研协商", "垃圾分类", "聚焦改善民生"),
        ("常委会议专题议政", "深化两市协作、助推枢纽建设", "聚焦区域发展"),
        ("视察监督", "饮用水源", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "引导委员深入开展调查研究、视察考察、协商履职、联系群众等活动。",
        "要经常深入基层调研，掌握第一手情况。",
        "通过提案、反映社情民意、微调研等方式，及时提出意见建议。",
    ],
)
def test_ways_of_working_in_general_are_no_topics(text):
    assert topics(text) == []


def test_quoted_names_of_one_inspection_are_topics_each():
    found = topics("配合省政协开展好“河道滩区治理”和“副中心城市建设”常委视察团视察活动。")
    assert [(form, title) for form, title, _ in found] == [
        ("常委视察团视察", "河道滩区治理"),
        ("常委视察团视察", "副中心城市建设"),
    ]


REPORT = """工作汇报
一、主要指标
上半年生产总值增长2.1%，规上工业增加值增长3.4%，固定资产投资增长5.0%，居全市第三位。
二、项目建设
项目都在推进。
"""


@pytest.mark.parametrize(
    "wanted, state",
    [
        (Wanted("主要指标完成情况", figures=True), "answered"),
        (Wanted("项目建设情况", ("项目",)), "thin"),
        (Wanted("5G 项目推进情况"), "missing"),
        (Wanted("指标", ("增长",)), "answered"),
    ],
)
def test_a_content_is_answered_thin_or_missing_with_its_passage(wanted, state):
    (found,) = cover(read_text(REPORT), [wanted])
    assert found.state == state
    assert bool(found.passage) == (state != "missing")
    assert found.why


def test_a_passage_without_figures_is_thin_where_figures_are_asked():
    text = "汇报\n重点项目建设有力有序推进，干部包联到位，难点逐个破解，群众满意，投资环境持续改善向好。"
    (found,) = cover(read_text(text), [Wanted("重点项目", figures=True)])
    assert (found.state, found.why) == ("thin", "通知要求有数据，这一段没有数。")


def test_lines_of_a_passage_are_those_of_the_source():
    (found,) = cover(read_text(REPORT), [Wanted("主要指标")])
    assert found.lines == (2, 3)


def test_measures_name_what_they_lack():
    text = "打算\n进一步加强企业服务，切实帮助企业解决困难。由县商务局牵头，9月底前新引进项目3个。"
    found = measures_in(read_text(text))
    assert [m.lacks for m in found] == [("who", "when", "much"), ()]


def test_an_amount_in_words_counts_and_a_name_with_a_number_does_not():
    text = "打算\n由县住建局牵头，12月20日前完成三个标段招标。由县委办牵头，年底前抓好四个意识教育，三个月内见效。"
    assert [m.lacks for m in measures_in(read_text(text))] == [(), ("much",)]
