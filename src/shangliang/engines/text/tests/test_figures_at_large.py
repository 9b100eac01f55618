"""Turns of phrase that reports of any place and rank use for their figures; sentences of our own."""

from __future__ import annotations

import pytest

from shangliang.engines.text import as_json, read_text


def figures(text):
    rows = as_json(read_text(text))["indicators"]
    return [(i["region"], i["indicator"], i["value"], i["unit"]) for i in rows]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A place others are measured by is not the place of the next figure.
        ("全市完成工业投资31.5亿元，总量居全省第6位；民间投资增长7.2%。",
         [("全市", "工业投资", 31.5, "亿元"), ("全市", "民间投资", 7.2, "%")]),
        ("全县财政总收入8.1亿元，增速走在全市前列，税收收入增长5.5%。",
         [("全县", "财政总收入", 8.1, "亿元"), ("全县", "税收收入", 5.5, "%")]),
        # A zone's rank and a date's sign are no places; an act is no part of a place's name.
        ("省级开发区由2家增加到5家。", [("", "省级开发区", 2, "家"), ("", "省级开发区", 5, "家")]),
        ("全县新建公路46公里，其中县乡公路18公里。",
         [("全县", "公路", 46, "公里"), ("全县", "县乡公路", 18, "公里")]),
        # How many there are, how it was reckoned and what was done are no part of a measure's name.
        ("全区86户规上企业实现产值42.6亿元，增长3.9%。",
         [("全区", "规上企业产值", 42.6, "亿元"), ("全区", "规上企业产值", 3.9, "%")]),
        ("全市人均生产总值61200元，按平均汇率计算为8600美元。",
         [("全市", "人均生产总值", 61200, "元"), ("全市", "人均生产总值", 8600, "美元")]),
        ("全县获得上级专项资金2300万元。", [("全县", "上级专项资金", 2300, "万元")]),
        # The size of what is counted.
        ("全区纳税1000万元以上企业14家。", [("全区", "纳税1000万元以上企业", 14, "家")]),
        ("全市现有规上企业120家，其中产值超10亿元企业9家。",
         [("全市", "规上企业", 120, "家"), ("全市", "产值超10亿元企业", 9, "家")]),
        # Shares, multiples and changes in the words of the purse.
        ("全县社会投资占全部投资的61%。", [("全县", "社会投资占全部投资", 61, "%")]),
        ("全区生产总值301亿元，是2015年的1.8倍，年均增长8%。",
         [("全区", "生产总值", 301, "亿元"), ("全区", "生产总值", 1.8, "倍"), ("全区", "生产总值", 8, "%")]),
        ("全县税收收入4200万元，比上年同期减收310万元，下降6.9%。",
         [("全县", "税收收入", 4200, "万元"), ("全县", "税收收入", 310, "万元"), ("全县", "税收收入", -6.9, "%")]),
        ("全区限上销售额22亿元，比增6.4%，两年平均增长5.1%。",
         [("全区", "限上销售额", 22, "亿元"), ("全区", "限上销售额", 6.4, "%"), ("全区", "限上销售额", 5.1, "%")]),
        # What lasts is measured in years and days; land and work in compound units.
        ("全市人均预期寿命达到79.1岁，空气质量优良天数318天。",
         [("全市", "人均预期寿命", 79.1, "岁"), ("全市", "空气质量优良天数", 318, "天")]),
        ("全县果蔬播种面积12.4千公顷，增加0.6千公顷。",
         [("全县", "果蔬播种面积", 12.4, "千公顷"), ("全县", "果蔬播种面积", 0.6, "千公顷")]),
        ("全区工业用地亩均税收18.5万元/亩。", [("全区", "工业用地亩均税收", 18.5, "万元/亩")]),
        ("全市工业用电量3.6亿度，增长2.2%。",
         [("全市", "工业用电量", 3.6, "亿度"), ("全市", "工业用电量", 2.2, "%")]),
        # What is counted ends where its verb begins.
        ("全市32%的老旧管网实现更新。", [("全市", "老旧管网", 32, "%")]),
        # As many figures as there are parts.
        ("全区批发、零售、餐饮三个行业销售额分别增长2.1%、3.4%、9.8%。",
         [("全区", "批发销售额", 2.1, "%"), ("全区", "零售销售额", 3.4, "%"), ("全区", "餐饮销售额", 9.8, "%")]),
        # A new subject without a figure of its own is not passed over.
        ("全市登记失业率3.1%；消费价格指数同比持平，涨幅收窄1.2个百分点。",
         [("全市", "登记失业率", 3.1, "%"), ("全市", "消费价格指数", -1.2, "个百分点")]),
        # 中等 is no list's 等.
        ("全市现有中等职业学校21所。", [("全市", "中等职业学校", 21, "所")]),
    ],
)  # fmt: skip
def test_a_figure_keeps_its_place_and_its_measure(text, wanted):
    assert figures(text) == wanted


def test_a_distance_to_a_standard_is_no_figure_of_its_own():
    text = "全市老年人口占比16%，远高于国际通行10%的标准，明显高于全省平均水平1.4个百分点。"
    assert figures(text) == [("全市", "老年人口占比", 16, "%")]
