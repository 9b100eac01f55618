"""Sheets as bureaux send them: merged heads, units in the title, 同比 columns, notes, dashes."""

import pytest

from shangliang.engines.indicators.grid import SheetRefused, read_sheet

WIDE = [
    ["2026年上半年各县（市、区）主要经济指标", None, None, None, None],
    ["单位：亿元、%", None, None, None, None],
    ["县区", "地区生产总值", None, "规上工业增加值", None],
    [None, "总量", "同比增长", "同比增长", "位次"],
    ["一江区", 120.5, 5.8, 6.1, 2],
    ["二桥区", 88.1, "—", 4.8, 6],
    ["注：五岭县未报，不参加排位。", None, None, None, None],
]


def test_merged_heads_a_unit_in_the_title_and_notes_are_understood():
    found = read_sheet(WIDE, merged=[(0, 0, 0, 4), (2, 0, 3, 0), (2, 1, 2, 2), (2, 3, 2, 4)])
    assert (found.layout, found.period.code, found.units) == ("wide", "2026H1", ("亿元", "%"))
    assert [(h.name, h.kind) for h in found.heads] == [
        ("县区", "region"), ("地区生产总值·总量", "value"), ("地区生产总值·同比增长", "rate"),
        ("规上工业增加值·同比增长", "rate"), ("规上工业增加值·位次", "rank"),
    ]  # fmt: skip
    assert found.numbers == [5, 6]
    assert found.notes == ["注：五岭县未报，不参加排位。"]


def test_next_quarters_sheet_of_the_same_shape_has_the_same_print():
    merged = [(2, 1, 2, 2), (2, 3, 2, 4)]
    later = [["2026年前三季度各县（市、区）主要经济指标", None, None, None, None], *WIDE[1:5]]
    assert read_sheet(WIDE, merged).print == read_sheet(later, merged).print


def test_a_long_table_is_known_by_its_heads():
    found = read_sheet(
        [["region", "indicator", "period", "value", "unit"], ["甲", "x", "2026Q1", "5", "%"]]
    )
    assert (found.layout, len(found.rows)) == ("long", 1)


def test_one_unit_in_the_title_is_that_of_every_plain_column():
    found = read_sheet(
        [["财政收入（单位：万元）"], ["地区", "一般公共预算收入", "税收（亿元）"], ["甲", 5, 6]]
    )
    assert [h.unit for h in found.heads[1:]] == ["万元", "亿元"]


@pytest.mark.parametrize("grid", [[], [["", None]], [["只有题目"]], [["甲", 5, 6]]])
def test_what_is_no_table_says_what_is_missing(grid):
    with pytest.raises(SheetRefused):
        read_sheet(grid)
