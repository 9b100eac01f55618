"""Every bad input of the field, through the command itself: a flag of its own, nothing averaged in silence."""

import json

import pytest

from shangliang.engines.indicators.command import main

HEAD = "region,indicator,period,value,unit\n"
PLAIN = "甲县,增速,2026Q2,5,%\n乙县,增速,2026Q2,3,%\n"
LEVELS = "甲县,产值,2026Q2,12.5,亿元\n乙县,产值,2026Q2,9.8,亿元\n"
CASES = {
    "percent and points": (PLAIN + "丙县,增速,2026Q2,0.5,个百分点", "percent_points", "丙县"),
    "points behind a per cent": (PLAIN + "丙县,增速,2026Q2,0.5个百分点,%", "percent_points", "丙县"),
    "万 said as 亿": (LEVELS + "丙县,产值,2026Q2,105000,亿元", "wan_yi", "丙县"),
    "万 in another period": ("甲县,产值,2025Q2,12,亿元\n甲县,产值,2026Q2,125000,亿元", "wan_yi", "甲县"),
    "minus doubled": (PLAIN + "丙县,增速,2026Q2,下降 −59.1%,%", "double_minus", "丙县"),
    "minus lost": (
        "甲县,产值,2025Q2,100,亿元\n甲县,产值,2026Q2,41,亿元\n甲县,产值增速,2026Q2,59.1,%", "minus_lost", "甲县",
    ),
    "county renamed": ("虞丘县,产值,2025Q4,5,亿元\n虞丘区,产值,2026Q2,6,亿元", "region_renamed", "虞丘县"),
    "county split": (
        "大县,产值,2025Q4,9,亿元\n东城区,产值,2026Q2,4,亿元\n西城区,产值,2026Q2,5,亿元", "region_ended", "大县",
    ),
    "two revisions": (PLAIN + "甲县,增速,2026Q2,6,%", "two_revisions", "甲县"),
    "period missing": ("甲县,产值,2026Q1,5,亿元\n甲县,产值,2026Q3,6,亿元", "period_missing", "甲县"),
    "column shifted": (PLAIN + ",丙县,增速,2026Q2,5,%", "shifted_column", ""),
    "one column too many": (PLAIN + "丙县,增速,2026Q2,5,%,7", "shifted_column", ""),
    "pasted from Word": (PLAIN + '丙县,增速,2026Q2,"5.1\n5.2",%', "word_table", "丙县"),
    "formula": (PLAIN + "丙县,增速,2026Q2,=B3/C3,%", "formula_cell", "丙县"),
    "formula that failed": (PLAIN + "丙县,增速,2026Q2,#REF!,%", "formula_error", "丙县"),
    "date for a number": (PLAIN + "丙县,增速,2026Q2,2026-05-08,%", "date_as_number", "丙县"),
    "date as its day count": (PLAIN + "丙县,增速,2026Q2,46150,%", "date_as_number", "丙县"),
    "date as its day count among amounts": (LEVELS + "丙县,产值,2026Q2,46150,亿元", "date_as_number", "丙县"),
    "a month beside a quarter": (PLAIN + "丙县,增速,2026-06,4,%", "period_unknown", ""),
    "another unit": (LEVELS + "丙县,产值,2026Q2,5,万人", "unit", "丙县"),
}  # fmt: skip


def run(tmp_path, table, *more):
    file, out = tmp_path / "f.csv", tmp_path / "o.json"
    file.write_text(table, encoding="utf-8")
    assert main([str(file), *more, "--json", str(out)]) == 0
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("lines", "code", "region"), CASES.values(), ids=CASES)
def test_a_bad_figure_is_flagged_at_its_place(tmp_path, lines, code, region):
    found = [f for f in run(tmp_path, HEAD + lines)["flags"] if f["code"] == code]
    assert found
    assert found[0]["words"]
    if region:
        assert found[0]["region"] == region


@pytest.mark.parametrize("name", [n for n, c in CASES.items() if c[1] not in ("double_minus", "period_missing", "period_unknown", "region_renamed", "region_ended", "shifted_column")])  # fmt: skip
def test_a_figure_that_stops_is_neither_ranked_nor_averaged(tmp_path, name):
    lines, code, region = CASES[name]
    data = run(tmp_path, HEAD + lines)
    said = next(f for f in data["flags"] if f["code"] == code)
    assert said["stops"]
    for row in data["ranks"]:
        if (row["region"], row["indicator"], row["period"]) == (
            region,
            said["indicator"],
            said["period"],
        ):
            assert row["rank"] is None


def test_a_clean_table_has_no_flag_but_the_refused_mean(tmp_path):
    data = run(tmp_path, HEAD + PLAIN + LEVELS)
    assert {f["code"] for f in data["flags"]} == {"mean_refused"}


def test_weights_that_do_not_sum_to_one_are_said_and_not_used(tmp_path):
    weights = tmp_path / "w.csv"
    weights.write_text("region,weight\n甲县,0.5\n乙县,0.4\n", encoding="utf-8")
    data = run(tmp_path, HEAD + PLAIN, "--weights", str(weights))
    assert {"weights_sum", "mean_refused"} <= {f["code"] for f in data["flags"]}
    assert data["means"][0]["weighted"] is None


def test_an_indicator_that_turns_its_direction_is_ranked_by_each_period_alone(tmp_path):
    table = "region,indicator,period,value,unit,direction\n" + "".join(
        f"{r},单位能耗,{p},{v},吨,{way}\n"
        for p, way in (("2025Q4", "higher"), ("2026Q1", "lower"))
        for r, v in (("甲县", 2), ("乙县", 3))
    )
    data = run(tmp_path, table)
    assert "direction_changed" in {f["code"] for f in data["flags"]}
    first = {(r["period"], r["region"]): r["rank"] for r in data["ranks"]}
    assert (first["2025Q4", "乙县"], first["2026Q1", "甲县"]) == (1, 1)


def test_a_small_county_beside_large_ones_is_no_mistake(tmp_path):
    data = run(
        tmp_path,
        HEAD + "甲区,产值,2026Q2,900,亿元\n乙县,产值,2026Q2,30,亿元\n丙县,产值,2026Q2,12,亿元",
    )
    assert "wan_yi" not in {f["code"] for f in data["flags"]}


def test_the_trap_of_ten_counties_the_city_is_not_their_mean(tmp_path):
    """Catalogue D.2: ten growth rates whose simple mean is −1.49 while the city stated −0.8."""
    rates = (1.0, 0.5, 0.4, -0.6, -0.9, -0.9, -0.9, -2.5, -4.0, -7.0)
    lines = (
        "".join(f"县{n},增速,2026Q2,{v},%\n" for n, v in enumerate(rates))
        + "全市,增速,2026Q2,-0.8,%\n"
    )
    data = run(tmp_path, HEAD + lines)
    (said,) = data["means"]
    assert (said["stated"], said["weighted"]) == (-0.8, None)
    assert "-1.49" in said["refused"].replace("−", "-")
    assert len(said["signs"]["positive"]) == 3
    assert said["signs"]["above_but_negative"] == ["县3"]
    tied = [r for r in data["ranks"] if r["value"] == -0.9]
    assert {(r["rank"], r["tied_with"]) for r in tied} == {(5, tied[0]["tied_with"])}


def test_the_trap_of_the_share_a_half_point_from_six(capsys):
    """Catalogue D.2: +0.5 of the whole from a gap of 6 points implies a share of 8.3 %."""
    from decimal import Decimal

    from shangliang.engines.indicators.whatif import implied_share

    assert implied_share(Decimal("0.5"), Decimal(6)).quantize(Decimal("0.1")) == Decimal("8.3")


def test_a_figure_in_doubt_is_no_measure_for_later_ones_and_is_not_called_missing(tmp_path):
    rows = "".join(
        f"{r},产值,2026Q{q},{v},亿元\n"
        for q, values in ((1, (100, 90, 80)), (2, (210, 1900000, 170)), (3, (300, 290, 260)))
        for r, v in zip(("甲县", "乙县", "丙县"), values, strict=True)
    )
    data = run(tmp_path, HEAD + rows)
    assert [(f["code"], f["region"], f["period"]) for f in data["flags"]] == [
        ("wan_yi", "乙县", "2026Q2")
    ]
    assert [m["period"] for m in data["means"]] == ["2026Q1", "2026Q2", "2026Q3"]
    assert data["means"][1]["weighted"] == 190


@pytest.mark.parametrize(
    "shares", [("0.2", "0.2"), ("1", "1"), ("0.7", "0.6"), ("60", "30"), ("-0.2", "1.2")]
)
def test_shares_that_do_not_sum_to_one_are_not_used(tmp_path, shares):
    weights = tmp_path / "w.csv"
    weights.write_text("region,weight\n甲县,{}\n乙县,{}\n".format(*shares), encoding="utf-8")
    data = run(tmp_path, HEAD + PLAIN, "--weights", str(weights))
    assert "weights_sum" in {f["code"] for f in data["flags"]}
    assert data["means"][0]["weighted"] is None
