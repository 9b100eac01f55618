"""Each bad input of the field has a flag of its own; nothing is averaged or mended in silence."""

import json
from datetime import datetime
from decimal import Decimal as D

import pytest

from shangliang.engines.indicators.analysis import analyse
from shangliang.engines.indicators.cell import read_cell
from shangliang.engines.indicators.command import main, read_figures
from shangliang.engines.indicators.command.files import Line
from shangliang.engines.indicators.definition import Definition, Direction, Shape
from shangliang.engines.indicators.doubts import (
    Figure,
    against_revision,
    beside_history,
    shifted_columns,
    to_unit,
    turned,
)

RATE = Definition("g", "增速", "%", shape=Shape.RATE)
LEVEL = Definition("v", "产值", "亿元")


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("下降 −59.1%", "-59.1", "double_minus"),
        ("下降59.1%", "-59.1", "minus_from_words"),
        ("▼3.2", "-3.2", "minus_from_words"),
        ("－12.4％", "-12.4", ""),
        ("增长5.8%", "5.8", ""),
        ("1,234.5", "1234.5", ""),
        ("5.8(2)", "5.8", ""),
        (5.8, "5.8", ""),
    ],
)
def test_a_number_keeps_its_sign(cell, value, code):
    read = read_cell(cell)
    assert read.value == D(value)
    assert [f.code for f in read.flags] == ([code] if code else [])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("=B3/C3", "formula_cell"),
        ("#DIV/0!", "formula_error"),
        ("2026-05-08", "date_as_number"),
        (datetime(2026, 5, 8), "date_as_number"),
        ("5月8日", "date_as_number"),
        ("5.8\n6.1", "word_table"),
        ("△5.3", "triangle"),
        ("(5.3)", "brackets"),
        ("12,34", "separator"),
        ("约五成", "text"),
        (True, "text"),
        (float("nan"), "formula_error"),
    ],
)
def test_what_is_not_safely_a_number_is_not_taken(cell, code):
    read = read_cell(cell)
    assert not read.readable
    assert [f.code for f in read.flags] == [code]


@pytest.mark.parametrize("cell", ["", "—", "－", "/", "…", None, "未报"])
def test_a_dash_or_a_blank_is_missing_and_not_zero(cell):
    assert (read_cell(cell).value, read_cell(cell).mark) == (None, "missing")


def test_per_cent_and_percentage_points_are_not_mixed():
    value, flags = to_unit(Figure("甲", "g", "2026Q1", D(5), "个百分点"), RATE)
    assert value is None
    assert [f.code for f in flags] == ["percent_points"]


def test_ten_thousand_and_a_hundred_million_convert_only_when_written():
    assert to_unit(Figure("甲", "v", "2026Q1", D(12345), "万元"), LEVEL) == (D("1.2345"), [])
    assert [f.code for f in to_unit(Figure("甲", "v", "2026Q1", D(5), "人"), LEVEL)[1]] == ["unit"]
    (said,) = beside_history(
        Figure("甲", "v", "2026Q1", D(12000)), D(12000), [D("1.1"), D("1.2")], LEVEL
    )
    assert (said.code, said.stops) == ("wan_yi", True)
    assert beside_history(Figure("甲", "v", "2026Q1", D(2)), D(2), [D("1.1")], LEVEL) == []


def test_a_figure_that_differs_by_its_sign_only_is_asked_about():
    assert against_revision(Figure("甲", "g", "2026Q1", D(2)), D(2), D(-2)).code == "minus_lost"
    assert against_revision(Figure("甲", "g", "2026Q1", D(2)), D(2), D(3)).code == "revised"


def test_a_column_shifted_by_one_is_seen_beside_the_period_before():
    then = {
        n: {r: D(v + i) for i, r in enumerate("甲乙丙丁")}
        for n, v in (("a", 5), ("b", 80), ("c", 900))
    }
    now = {"a": then["b"], "b": then["c"], "c": dict.fromkeys("甲乙丙丁", D(7))}
    (said,) = shifted_columns(now, then)
    assert (said.code, said.stops) == ("shifted_column", True)
    assert shifted_columns(then, then) == []


def test_an_indicator_whose_direction_changes_is_cut_there():
    (said,) = turned(
        [Definition("x", "能耗", "吨", Direction.LOWER), Definition("x", "能耗", "吨", version=2)]
    )
    assert said.code == "direction_changed"


def rows(*lines):
    table = ["region,indicator,period,value,unit", *lines]
    return [Line(n, line.split(",")) for n, line in enumerate(table, 1)]


def codes(*lines, weights=None):
    figures, flags = read_figures(rows(*lines))
    return {f.code for f in (*flags, *analyse(figures, weights).flags)}


def test_two_values_of_one_figure_are_neither_taken_nor_averaged():
    figures, _ = read_figures(
        rows("甲,产值,2026Q1,5,亿元", "甲,产值,2026Q1,7,亿元", "乙,产值,2026Q1,6,亿元")
    )
    found = analyse(figures)
    assert "two_revisions" in {f.code for f in found.flags}
    assert found.blocks[0].figures["甲"] is None
    assert found.blocks[0].mean.value == 6


def test_a_missing_period_is_said_and_not_filled():
    assert "period_missing" in codes("甲,产值,2026Q1,5,亿元", "甲,产值,2026Q3,6,亿元")


def test_weights_that_do_not_sum_to_one_are_not_used():
    figures, _ = read_figures(rows("甲,增速,2026Q1,5,%", "乙,增速,2026Q1,7,%"))
    found = analyse(figures, {"": {"甲": D("0.5"), "乙": D("0.4")}})
    assert {"weights_sum", "mean_refused"} <= {f.code for f in found.flags}
    assert found.blocks[0].mean is None
    amounts = analyse(figures, {"": {"甲": D(300), "乙": D(100)}})
    assert amounts.blocks[0].mean.value == D("5.5")
    assert amounts.blocks[0].decomposition.unexplained == 0


def test_a_weight_that_is_missing_is_named():
    assert "weight_missing" in codes(
        "甲,增速,2026Q1,5,%", "乙,增速,2026Q1,7,%", weights={"": {"甲": D(1)}}
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (",甲,产值,2026Q1,5,亿元", "shifted_column"),
        ("甲,产值,2026Q1,5,亿元,7", "shifted_column"),
        ("甲,产值,去年,5,亿元", "period_unknown"),
        ("甲,增速,2026Q1,5个百分点,%", "percent_points"),
        ("甲,增速,2026Q1,=A1,%", "formula_cell"),
        ("甲,增速,2026Q1,2026-05-08,%", "date_as_number"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(line, code):
    assert code in codes(line)


def test_the_command_writes_ranks_means_contributions_gaps_and_flags(tmp_path, capfd):
    table = tmp_path / "f.csv"
    table.write_text(
        "region,indicator,period,value,unit\n甲区,生产总值增速,2026Q2,5,%\n乙县,生产总值增速,2026Q2,3,%\n"
        "丙县,生产总值增速,2026Q2,—,%\n全市,生产总值增速,2026Q2,4.4,%\n", encoding="gb18030",
    )  # fmt: skip
    weights = tmp_path / "w.csv"
    weights.write_text("region,weight\n甲区,0.6\n乙县,0.3\n丙县,0.1\n", encoding="utf-8")
    out = tmp_path / "o.json"
    assert main([str(table), "--weights", str(weights), "--json", str(out)]) == 0
    data = json.loads(out.read_text(encoding="utf-8"))
    assert [(r["region"], r["rank"]) for r in data["ranks"]] == [
        ("甲区", 1),
        ("乙县", 2),
        ("丙县", None),
    ]
    assert data["means"][0]["weighted"] == pytest.approx(13 / 3, abs=1e-5)
    (said,) = data["contributions"]
    assert sum(p["points"] for p in said["parts"]) + said["unexplained"] == pytest.approx(
        said["total"]
    )
    assert data["gaps"][1]["to_mean"] == -1.4
    assert {f["code"] for f in data["flags"]} == {"missing"}
    assert main([str(tmp_path / "none.csv")]) == 2
    assert "读不了" in capfd.readouterr().err


def test_a_table_of_a_hundred_counties_is_sensitivity_tested_whole():
    from shangliang.engines.indicators.contributions import Cell, decompose
    from shangliang.engines.indicators.index import Part, compose, sensitivity

    counties = [f"县{n}" for n in range(100)]
    figures = {
        f"i{k}": {c: D((7 * n + 13 * k * n + k) % 101) for n, c in enumerate(counties)}
        for k in range(200)
    }
    found = sensitivity(compose([Part(code, D("0.005")) for code in figures], figures))
    whole = decompose(
        [Cell((c, s), D(n + 1), D(n % 9)) for n, c in enumerate(counties) for s in "abcdefghij"]
    )
    assert found.tried == 400
    assert whole
