"""Turns of ordinary reports: units said once, sectors told together, troubles announced, estimates."""

import pytest

from shangliang.engines.text import as_json, read_text


def figures(text):
    found = as_json(read_text(text))["indicators"]
    return [(i["region"], i["indicator"], i["value"], i["unit"]) for i in found]


def kinds(text):
    return [(i["value"], i["kind"]) for i in as_json(read_text(text))["indicators"]]


def gaps(text):
    return [g["text"] for g in as_json(read_text(text))["gaps"]]


def test_three_sectors_told_together_are_three_figures():
    text = "第一、二、三产业增加值分别为11.2亿元、38.5亿元和36.7亿元，增长3.9、6.4和5.6个百分点，分别拉动经济增长0.5个、2.8个、2.4个百分点。"
    names = ["第一产业", "第二产业", "第三产业"]
    found = figures(text)
    assert [f[1:] for f in found[:3]] == [
        (f"{n}增加值", v, "亿元") for n, v in zip(names, (11.2, 38.5, 36.7), strict=True)
    ]
    assert [f[2:] for f in found[3:]] == [(v, "个百分点") for v in (3.9, 6.4, 5.6, 0.5, 2.8, 2.4)]
    assert [f[1] for f in found[6:]] == [f"{n}拉动经济增长" for n in names]


def test_a_number_before_a_list_sign_that_ends_no_row_counts_nothing():
    assert figures("一要抓好以下工作：1、2025年项目库建设。") == []


def test_places_of_the_clause_before_take_the_figures_in_their_order():
    text = "全市固定资产投资增长8.3%，下降的是北山县、临川县和东陵区，降幅为4.6%、2.1%、0.8%。"
    assert [(f[0], f[2]) for f in figures(text)[1:]] == [("北山县", 4.6), ("临川县", 2.1), ("东陵区", 0.8)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（2026年1月12日）\n2025年，全县预计实现旅游收入15.3亿元。", [(15.3, "actual")]),
        ("（2026年1月12日）\n2026年，全县预计实现旅游收入18亿元。", [(18, "target")]),
        ("（2026年1月12日）\n2025年的目标是旅游收入达到16亿元。", [(16, "target")]),
        ("由市住建局牵头，10月底前完成改造小区120个。", [(120, "target")]),
        ("去年10月底前完成改造小区120个。", [(120, "actual")]),
        ("（1998年3月5日）\n1997年钢产量达到1亿吨以上。", [(1, "actual")]),
    ],
)
def test_an_estimate_of_a_year_gone_by_is_told_and_of_a_year_ahead_aimed_at(text, expected):
    assert kinds(text) == expected


def test_what_is_taken_hold_of_with_将_is_no_future():
    text = "去年，将制造业企业研发费用加计扣除比例提高到100%。"
    assert kinds(text) == [(100, "actual")]


def test_what_follows_the_announcement_of_troubles_is_a_shortfall_until_the_text_turns():
    text = "在肯定成绩的同时，我们也清醒看到面临的问题和挑战。局部疫情时有发生。少数干部不担当、不作为、乱作为。我们要增强忧患意识，直面挑战。"
    found = gaps(text)
    assert "少数干部不担当、不作为、乱作为。" in found
    assert not any("忧患意识" in g for g in found)


def test_a_heading_of_troubles_answers_for_its_paragraphs():
    text = "一、工作情况\n全年新建公路3公里。\n二、存在的问题\n有的同志讲起来头头是道，干起来拖泥带水。\n三、下一步打算\n把队伍带起来，把作风严起来。"
    assert gaps(text) == ["有的同志讲起来头头是道，干起来拖泥带水。"]


def test_what_is_no_more_is_no_shortfall():
    assert gaps("长期存在的交通瓶颈制约，得到明显缓解，增添了发展后劲。") == []
    assert gaps("企业反映的办证慢、融资难没有根本改观。") != []


def test_years_in_a_row_are_no_next_year():
    from shangliang.engines.text.dates import dates_in

    assert [d.words for d in dates_in("五年来年均增长6%，来年再看。")] == ["来年"]
