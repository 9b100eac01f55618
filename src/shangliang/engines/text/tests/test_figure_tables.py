"""Tables set as plain text; what cannot be told from them is left open."""

from __future__ import annotations

import pytest

from shangliang.engines.text import as_json, read_text

BY_PLACE = [
    ("江岸县", "工业投资", 20.5, "亿元"), ("江岸县", "工业投资", 6.1, "%"),
    ("石桥区", "工业投资", 18.2, "亿元"), ("石桥区", "工业投资", -1.4, "%"),
]  # fmt: skip


def figures(text):
    rows = as_json(read_text(text))["indicators"]
    return [(i["region"], i["indicator"], i["value"], i["unit"]) for i in rows]


@pytest.mark.parametrize("between", ["\t", " ｜ ", " | ", "      "], ids=["tab", "wide bar", "bar", "blanks"])  # fmt: skip
def test_rows_of_places_give_the_measures_of_the_head(between):
    rows = [["县区", "工业投资（亿元）", "增长（%）"], ["江岸县", "20.5", "6.1"], ["石桥区", "18.2", "-1.4"]]  # fmt: skip
    text = "下面是分县区的情况。\n\n" + "\n".join(between.join(row) for row in rows)
    assert figures(text + "\n\n下半年要抓紧开工。") == BY_PLACE


def test_rows_of_measures_give_their_level_and_their_change():
    text = (
        "指标\t单位\t上半年\t同比增长（%）\n用电量\t亿千瓦时\t12.8\t3.3\n货运量\t万吨\t640\t-2.5\n"
    )
    assert figures(text) == [
        ("", "用电量", 12.8, "亿千瓦时"), ("", "用电量", 3.3, "%"),
        ("", "货运量", 640, "万吨"), ("", "货运量", -2.5, "%"),
    ]  # fmt: skip
    assert as_json(read_text(text))["indicators"][0]["period"] == "上半年"


def test_a_row_is_its_own_evidence():
    text = "镇街\t到位资金（万元）\n南浦镇\t3200\n云岭镇\t—\n松坪镇\t410\n"
    rows = as_json(read_text(text))["indicators"]
    assert [(i["text"], i["lines"]) for i in rows] == [("南浦镇\t3200", [2, 2]), ("松坪镇\t410", [4, 4])]  # fmt: skip


def test_a_unit_that_is_not_printed_is_not_guessed():
    rows = read_text("镇街\t项目\n南浦镇\t32\n云岭镇\t41\n").findings.indicators
    assert [(i.unit, i.note) for i in rows] == [("", "表格没有写明单位")] * 2


def test_a_line_above_may_tell_the_unit():
    text = "单位：万元\n镇街\t收入\t支出\n南浦镇\t320\t290\n云岭镇\t410\t400\n"
    assert {i[3] for i in figures(text)} == {"万元"}


def test_rows_of_another_width_are_not_read():
    assert figures("镇街\t收入（万元）\t支出（万元）\n南浦镇\t320\n云岭镇\t410\n") == []
