"""Dates, quantities, numbers that are names, and the figures of a report."""

from datetime import date

import pytest

from shangliang.engines.text import as_json, read_text
from shangliang.engines.text.dates import Anchor, dates_in

ANCHOR = Anchor(2023, date(2023, 10, 18), "stated", "文首所署日期")


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("2024年11月11日", "2024-11-11"),
        ("二〇二四年七月五日", "2024-07-05"),
        ("二oo六年三月二十五日", "2006-03-25"),
        ("11月27日，全县开会", "2023-11-27"),
        ("今年下半年", "2023-07-01/2023-12-31"),
        ("去年", "2022-01-01/2022-12-31"),
        ("上半年", "2023-01-01/2023-06-30"),
        ("第三季度", "2023-07-01/2023-09-30"),
        ("今年5月下旬", "2023-05-21/2023-05-31"),
        ("到2027年底", "2027-12-31"),
        ("1—4月", "2023-01-01/2023-04-30"),
        ("昨天", "2023-10-17"),
        ("近三年来", "2020-01-01/2023-12-31"),
        ("年底前", "2023-12-31"),
    ],
)
def test_dates_are_read_against_the_anchor(text, resolved):
    assert dates_in(text, ANCHOR)[0].resolved == resolved


def figures(text):
    return [
        (i["region"], i["indicator"], i["value"], i["unit"])
        for i in as_json(read_text(text))["indicators"]
    ]


def test_an_indicator_is_carried_along_a_list():
    text = "上半年全市生产总值增速-0.8%。低于全市平均增速的有高新区-12.4%、白沙县-0.9%；高于全市平均增速的有青禾县1.0%。"
    assert figures(text) == [
        ("全市", "生产总值增速", -0.8, "%"),
        ("高新区", "生产总值增速", -12.4, "%"),
        ("白沙县", "生产总值增速", -0.9, "%"),
        ("青禾县", "生产总值增速", 1, "%"),
    ]


def test_respectively_gives_each_name_its_own_figure():
    text = "全市工业企业产值23亿元，税金8000万元，分别增长21%和9.4%。"
    assert [(n, v) for _, n, v, _ in figures(text)] == [
        ("工业企业产值", 23), ("税金", 8000), ("工业企业产值", 21), ("税金", 9.4),
    ]  # fmt: skip


def test_two_names_with_one_figure_are_two_figures():
    assert [n for _, n, _, _ in figures("今年确定了国内生产总值和财政预算收入增长13%等目标。")] == [
        "国内生产总值",
        "财政预算收入",
    ]


def test_a_fall_is_a_negative_change_and_a_negative_fall_is_not_turned_round():
    assert figures("全市固定资产投资下降2.4%。")[0][2] == -2.4
    data = as_json(read_text("工业用电量下降幅度较大的是青禾县-59.1%、白沙县-4.8%。"))
    assert [i["value"] for i in data["indicators"]] == [-59.1, -4.8]
    assert "double_negative" in {f["kind"] for f in data["flags"]}


def test_a_lost_percent_sign_is_flagged_and_not_guessed():
    data = as_json(read_text("粮食产量达到53.85亿斤，比上年增长12.5；劳务收入12亿元。"))
    assert [(i["value"], i["unit"]) for i in data["indicators"]][1] == (12.5, "")
    assert "lost_percent" in {f["kind"] for f in data["flags"]}


def test_targets_and_suppositions_are_no_facts():
    data = as_json(
        read_text("力争全市生产总值增长6%。如果全市投资增长3%，压力会小些。全市税收增长2%。")
    )
    assert [i["kind"] for i in data["indicators"]] == ["target", "hypothetical", "actual"]


def test_a_claim_is_set_beside_its_figures():
    text = "主要指标大都实现了由负转正。生产总值增速低的有甲川县-1.2%、乙川县-0.9%、丙川县-0.5%，高的有丁川县0.3%。"
    flags = [f for f in as_json(read_text(text))["flags"] if f["kind"] == "claim_against_data"]
    assert "4个地方" in flags[0]["why"]
    assert "3个为负" in flags[0]["why"]


def read_indicators(text: str):
    from shangliang.engines.text.engine import read_text
    from shangliang.engines.text.output import as_json

    return as_json(read_text(text))["indicators"]


def test_everything_under_an_aim_is_an_aim():
    found = read_indicators(
        "全市经济工作会议讲话\n\n2026年主要预期目标是：生产总值增长6%，城镇新增就业3万人以上，调查失业率5.5%左右。\n"
    )
    assert [(i["indicator"], i["kind"]) for i in found] == [
        ("生产总值", "target"),
        ("城镇新增就业", "target"),
        ("调查失业率", "target"),
    ]


def test_three_names_before_three_figures_take_one_each():
    found = read_indicators("今年以来，能耗、水耗、废水排放量分别下降3%、2.5%、4%。\n")
    assert [(i["indicator"], i["value"]) for i in found] == [
        ("能耗", -3),
        ("水耗", -2.5),
        ("废水排放量", -4),
    ]


def test_a_shanty_town_and_a_strong_county_seat_are_no_regions():
    found = read_indicators(
        "棚户区住房改造开工601套。增强县城承载力，常住人口城镇化率提高到66.2%。\n"
    )
    assert {i["region"] for i in found} == {""}


def test_a_line_that_says_when_and_where_is_no_missing_title():
    from shangliang.engines.text.engine import read_text
    from shangliang.engines.text.output import as_json

    text = "政府工作报告\n\n——2026年1月5日在市第五届人民代表大会第二次会议上\n\n市长　范　例\n\n各位代表：\n\n现在，我代表市人民政府报告工作。\n"
    said = as_json(read_text(text))
    assert said["documents"][0]["title"] == "政府工作报告"
    assert "title_missing" not in {f["kind"] for f in said["flags"]}


def test_a_kind_of_thing_one_helps_or_removes_is_no_shortfall():
    from shangliang.engines.text.gaps import shortfalls_in

    for calm in (
        "支持薄弱环节建设，淘汰落后产能。",
        "帮扶困难群众就业。",
        "城乡收入差距继续缩小。",
        "物价涨幅保持较低水平。",
    ):
        assert shortfalls_in(calm) == [], calm
    for admitted in ("薄弱环节仍较突出。", "城乡差距较大。", "困难群众就业仍然不充分。"):
        assert len(shortfalls_in(admitted)) == 1, admitted


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("高速铁路运营里程增加到2万5千多公里。", 2.5, "万公里"),
        ("出境旅游人次增加到1亿3千多万人次。", 1.3, "亿人次"),
        ("日均新设企业增加到1万6千户。", 1.6, "万户"),
    ],
)
def test_a_number_of_two_scales_is_one_number(text, value, unit):
    (found,) = read_text(f"报告\n{text}").findings.indicators
    assert (round(found.value, 6), found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("今年要把居民消费价格涨幅控制在3%左右。", "居民消费价格涨幅"),
        ("行政审批事项削减44%。", "行政审批事项"),
        ("财政赤字率一直控制在3%以内。", "财政赤字率"),
        ("医保财政补助标准提高到人均320元。", "医保财政补助标准"),
        ("推进燃煤电厂脱硫改造1500万千瓦。", "燃煤电厂脱硫改造"),
    ],
)
def test_a_name_has_no_adverb_or_verb_about_it(text, name):
    assert [i.indicator for i in read_text(f"报告\n{text}").findings.indicators] == [name]


def test_figures_of_a_year_to_come_under_a_heading_of_work_are_aimed_at():
    text = """2026年政府工作报告
一、2025年工作回顾
2025年，改造农村公路18公里。
二、2026年重点工作
今年改造农村公路20公里。今年已完成改造农村危房30户。
"""
    kinds = [(i.value, i.kind, i.when) for i in read_text(text).findings.indicators]
    assert kinds == [
        (18, "actual", "2025-01-01/2025-12-31"),
        (20, "target", "2026-01-01/2026-12-31"),
        (30, "actual", "2026-01-01/2026-12-31"),
    ]


def test_a_month_in_words_behind_a_preposition_is_a_day():
    task = read_text("讲话\n市住建局要在五月底前查清原因。").findings.tasks[0]
    assert task.deadline == "五月底前"
    assert "五月" not in "".join(
        t.deadline for t in read_text("讲话\n市局要在三个月内报告。").findings.tasks
    )


@pytest.mark.parametrize(
    "text",
    [
        "市住建局要查清资金支出慢的原因。",
        "连续两个月没有支出的收回统筹使用。",
        "连续两个月滞后的约谈主要负责人。",
        "前进道路上还有不少困难和问题。",
    ],
)
def test_an_order_against_laggards_is_no_shortfall(text):
    assert read_text(f"讲话\n{text}").findings.gaps == []


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("我市经济稳中有进。\n科技创新能力还不强。", ["科技创新能力"]),
        ("青岭县增速低于全市平均。物流体系还不完善。", ["青岭县"]),
        ("与此同时，社会信用体系不健全。", ["社会信用体系"]),
        ("存在的问题是，一些企业经营困难。", ["企业"]),
    ],
)
def test_a_shortfall_says_whose_it_is(text, subjects):
    found = read_text(text).findings.gaps
    assert [gap.subject for gap in found][-1:] == subjects


@pytest.mark.parametrize(
    "text",
    [
        "注重解决放权不同步、不协调、不到位问题，让地方接得住。",
        "加快培养理工农医类专业紧缺人才。",
        "居民消费价格上涨1.9%，保持较低水平。",
        "扩大先进技术设备及紧缺能源原材料进口。",
    ],
)
def test_what_is_to_be_removed_or_is_well_is_no_shortfall(text):
    assert read_text(text).findings.gaps == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("四泉县固定资产投资比上年增长12.5%，全市增长5.0%。",
         [("四泉县", "固定资产投资", 12.5, "%"), ("全市", "固定资产投资", 5, "%")]),
        ("全市城镇登记失业率较上年末下降0.3个百分点。",
         [("全市", "城镇登记失业率", -0.3, "个百分点")]),
        ("青岭县一般公共预算收入与去年同期相比下降3.1%。",
         [("青岭县", "一般公共预算收入", -3.1, "%")]),
        ("城镇和农村居民人均可支配收入分别增长4.9%和6.8%。",
         [("", "城镇居民人均可支配收入", 4.9, "%"), ("", "农村居民人均可支配收入", 6.8, "%")]),
        ("累计到位资金三亿元，支出三千二百万元。",
         [("", "资金", 3, "亿元"), ("", "支出", 3200, "万元")]),
        ("全市共有养老床位2.3万张。", [("全市", "养老床位", 2.3, "万张")]),
        ("房地产开发投资由上年增长3.2%转为下降11.4%。",
         [("", "房地产开发投资", 3.2, "%"), ("", "房地产开发投资", -11.4, "%")]),
    ],
)  # fmt: skip
def test_figures_are_named_however_the_year_before_is_brought_in(text, figures):
    found = as_json(read_text(text))["indicators"]
    assert [(i["region"], i["indicator"], i["value"], i["unit"]) for i in found] == figures


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "今年计划改造老旧小区120个，目前已开工86个，开工率71.7%。",
            ["target", "actual", "actual"],
        ),
        ("全市新增城镇就业5.2万人，完成年度目标的62%。", ["actual", "actual"]),
        ("力争新增就业5万人，确保城镇登记失业率控制在4.5%以内。", ["target", "target"]),
    ],
)
def test_what_was_reached_is_told_from_what_is_aimed_at(text, kinds):
    assert [i["kind"] for i in as_json(read_text(text))["indicators"]] == kinds
