"""Charts begin at 0, leave a gap where a value is missing, and carry their table."""

import pytest

from shangliang.web import charts
from shangliang.web.charts import Bar, Series
from shangliang.web.tagkit import charting


@pytest.mark.parametrize(
    "low, high, expected",
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (-2.1, 8.1, [-4, -2, 0, 2, 4, 6, 8, 10]),
        (0, 180, [0, 50, 100, 150, 200]),
        (0, 0, [0.0, 0.2]),
    ],
)
def test_axes_step_in_round_numbers(low, high, expected):
    marks = charts.ticks(low, high)
    assert marks[0] <= low
    assert marks[-1] >= high
    if expected[-1] > 1:
        assert marks == expected


def test_bars_begin_at_zero_and_a_missing_one_is_said():
    svg = charts.bar_chart("增速", [Bar("甲", 5.0), Bar("乙", None)], "%")
    assert svg.count("<rect") == 1
    assert "缺" in svg
    assert "−" not in svg


def test_a_chart_has_a_name_and_a_description_and_no_style():
    svg = charts.bar_chart("增速", [Bar("甲", 5.0), Bar("乙", -1.0)], "%")
    assert 'role="img"' in svg
    assert "最高 甲 5.0%，最低 乙 −1.0%" in svg
    assert "style=" not in svg


def test_labels_are_text_not_markup():
    assert "<b>" not in charts.bar_chart("<b>", [Bar("<b>", 1)])


def test_a_missing_month_breaks_the_line():
    svg = charts.line_chart("办结", ["1 月", "2 月", "3 月"], [Series("办结", [1, None, 3])])
    line = svg.split('stroke-width="2" d="')[1].split('"')[0]
    assert line.count("M") == 2
    assert "L" not in line


def test_more_lines_than_shapes_are_refused():
    with pytest.raises(ValueError, match="at most 5"):
        charts.line_chart("x", ["a"], [Series(str(i), [1]) for i in range(6)])


@pytest.mark.parametrize("bars", [[], [Bar("甲", None)], [Bar("甲", 0)]])
def test_a_chart_of_nothing_still_draws(bars):
    assert "<svg" in charts.bar_chart("空", bars)


def test_an_empty_line_chart_still_draws():
    assert "<svg" in charts.line_chart("空", [], [])


def test_every_chart_comes_with_its_table():
    html = charting.bars(
        "增速", [Bar("甲", 5.0), Bar("乙", None)], unit="%", line_name="全市", line_value=4
    )
    assert "<table" in html
    assert html.count('<th scope="row">') == 3
    assert "—" in html
