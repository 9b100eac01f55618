"""The rules of the field on worked figures."""

from datetime import date
from decimal import Decimal as D

import pytest

from shangliang.engines.indicators.anomalies import Pair, conflicts
from shangliang.engines.indicators.cells import change_with_margin, share_with_margin, suppress
from shangliang.engines.indicators.contributions import Cell, decompose
from shangliang.engines.indicators.definition import (
    Definition,
    Direction,
    NotComparable,
    Revision,
    Shape,
    Span,
    distance,
    in_force,
    must_agree,
)
from shangliang.engines.indicators.gaps import gap_lines
from shangliang.engines.indicators.index import IndexRefused, Part, compose, scale, sensitivity
from shangliang.engines.indicators.means import MeanRefused, check_weights, mean
from shangliang.engines.indicators.pace import PaceRefused, forecast, pace
from shangliang.engines.indicators.ranks import moved, ranks, standing
from shangliang.engines.indicators.rules import RuleError, evaluate, read
from shangliang.engines.indicators.whatif import Lever, catch_up, forwards, implied_share

RATE = Definition("gdp", "生产总值增速", "%", shape=Shape.RATE)
# Ten districts whose simple mean is −1.49 while the whole is stated as −0.8.
TEN = dict(
    zip(
        "甲乙丙丁戊己庚辛壬癸",
        map(D, ["1.0", "0.4", "0.2", "-0.1", "-0.6", "-0.7", "-0.9", "-0.9", "-0.9", "-12.4"]),
        strict=True,
    )
)


def test_a_mean_of_growth_rates_without_weights_is_refused_with_the_reason():
    with pytest.raises(MeanRefused, match=r"没有权数不能平均.*简单平均是-1\.49"):
        mean(RATE, TEN)


def test_weights_make_it_a_mean():
    shares = dict.fromkeys(TEN, D("0.108")) | {"癸": D("0.028")}
    assert check_weights(shares) == ""
    assert round(mean(RATE, TEN, shares).value, 2) == D("-0.62")


def test_three_are_positive_six_above_the_city_and_three_tie():
    order = ranks(TEN, Direction.HIGHER)
    above = [k for k, v in TEN.items() if standing(v, D("-0.8")).above]
    assert (len([v for v in TEN.values() if v > 0]), len(above)) == (3, 6)
    assert [order[k].place for k in "己庚辛壬癸"] == [6, 7, 7, 7, 10]
    assert order["庚"].tied == 2


def test_above_a_mean_is_not_a_sign():
    assert standing(D("-0.1"), D("-0.8")).words("全市") == "高于全市0.7个百分点，但仍为负增长"
    assert standing(D("3"), D("5")).words("全市") == "低于全市2个百分点，仍为正增长"


def test_half_a_point_and_a_gap_of_six_imply_a_share_of_eight_point_three_per_cent():
    assert round(implied_share(D("0.5"), D(6)), 1) == D("8.3")
    with pytest.raises(ValueError, match="不可能"):
        implied_share(D(7), D(6))


def test_a_what_if_says_its_assumptions_and_range_in_percentage_points():
    lever = Lever("建筑业", D("8.3"), D(-1), D(5), D(7), D(10))
    found = forwards(D("-0.8"), [lever])
    assert found.words() == "增速由−0.8%变为−0.3%，提高0.5（0.42到0.6）个百分点"
    assert any("不变" in said for said in found.assumptions)
    with pytest.raises(ValueError, match="超过100%"):
        forwards(D(0), [Lever("甲", D(60), D(1), D(2)), Lever("乙", D(50), D(1), D(2))])


def test_the_citys_gap_splits_to_county_by_sector():
    cells = [
        Cell(("甲", "工业"), D(40), D(2)),
        Cell(("甲", "农业"), D(20), D(4)),
        Cell(("乙", "工业"), D(40), D(-3)),
    ]
    found = decompose(cells, benchmark=D(2), published=D("0.5"))
    assert found.total == D("-1.5")
    assert [(p.keys, p.points) for p in found.draggers()] == [(("乙", "工业"), D(-2))]
    assert found.by(0) == {"甲": D("0.4"), "乙": D("-2")}
    assert found.unexplained == D("0.1")


@pytest.mark.parametrize(
    ("rule", "figures", "met", "branch"),
    [
        ("≥ province mean OR > 0", {"value": D("-0.3"), "province": D("-0.5")}, True, "不低于全省"),
        ("≥ province mean OR > 0", {"value": D("0.1"), "province": D("2")}, True, "高于0"),
        ("≥ 全省 或 > 0", {"value": D("-1"), "province": D("2")}, False, None),
        ("≥ 全省 或 > 0", {"value": D("-1"), "province": None}, None, None),
        ("高于全省平均水平或由负转正", {"value": D(1), "province": D(2), "last_year": D(-1)}, True, "由负转正"),
        ("位次 ≤ 3 且 ≥ 全市+0.5", {"value": D(6), "city": D(5), "rank": D(3)}, True, "位次不高于3且不低于全市＋0.5"),
        ("优于 去年", {"value": D(3), "last_year": D(4)}, False, None),
    ],
)  # fmt: skip
def test_a_rule_says_which_branch_was_met(rule, figures, met, branch):
    found = evaluate(read(rule), figures)
    assert found.met is met
    assert (found.by.words if found.by else None) == branch


def test_better_follows_the_indicators_direction():
    assert evaluate(read("优于 去年"), {"value": D(3), "last_year": D(4)}, Direction.LOWER).met
    assert distance(D(3), D(4), Direction.LOWER) == 1


@pytest.mark.parametrize(
    "rule", ["", "全省", "≥", "≥ 全省 或", "(≥ 1", "≥ 1 2", "> 0; drop", "x" * 300]
)
def test_a_rule_that_cannot_be_read_says_how_to_write_one(rule):
    with pytest.raises(RuleError):
        read(rule)


def test_the_countdown_says_how_far_behind_and_what_each_week_must_bring():
    level = Definition("x", "项目投资", "亿元")
    found = pace(level, D(60), D(100), date(2026, 9, 30))
    assert (found.done, found.expected, found.behind, found.days_left) == (60, 75, 15, 92)
    assert round(found.per_week, 2) == D("3.04")
    with pytest.raises(PaceRefused, match="没有序时进度"):
        pace(RATE, D(1), D(2), date(2026, 9, 30))


def test_a_forecast_from_few_years_says_so():
    past = {2024: {3: D(70), 4: D(100)}, 2025: {3: D(75), 4: D(100)}}
    found = forecast(D(60), 3, 4, past)
    assert (found.low, round(found.high, 1)) == (80, D("85.7"))
    assert "年份少" in found.basis
    assert found.chance(D(100)) == "照往年走势完不成"
    assert "匀速" in forecast(D(60), 3, 4, {}).basis


def test_power_down_and_output_up_asks_for_a_word():
    pair = Pair("power", "gdp", "用电和产出一般同向")
    (found,) = conflicts(
        {"甲县": {"power": D("-59.1"), "gdp": D("1.0")}, "乙县": {"power": D("2"), "gdp": D("3")}},
        [pair], {"power": "工业用电量", "gdp": "生产总值"},
    )  # fmt: skip
    assert found.region == "甲县"
    assert (
        found.question
        == "工业用电量下降59.1%，生产总值却增长1%，请说明原因（用电和产出一般同向）。"
    )


def test_an_index_is_open_and_says_which_ranks_rest_on_weights():
    figures = {
        "a": {"甲": D(10), "乙": D(8), "丙": D(0)},
        "b": {"甲": D(0), "乙": D(3), "丙": D(10)},
    }
    found = compose([Part("a", D("0.55")), Part("b", D("0.45"))], figures)
    assert found.scores["甲"].points == {"a": D(55), "b": D(0)}
    said = sensitivity(found)
    assert {"甲", "丙"} & said.moved
    assert "位次会变" in said.words()
    figures["a"]["丁"] = D(5)
    assert compose([Part("a", D("0.5")), Part("b", D("0.5"))], figures).scores["丁"].total is None


def test_an_index_whose_weights_do_not_sum_to_one_is_refused():
    with pytest.raises(IndexRefused, match=r"权数合计是0\.9"):
        compose([Part("a", D("0.5")), Part("b", D("0.4"))], {})
    with pytest.raises(IndexRefused, match="不比高低"):
        scale({"甲": D(1)}, Direction.NONE)


def test_small_cells_are_hidden_with_others_beside_them():
    counts = {
        ("甲", "会"): 4,
        ("甲", "不会"): 40,
        ("乙", "会"): 30,
        ("乙", "不会"): 26,
        ("丙", "会"): 12,
        ("丙", "不会"): 9,
    }
    found = suppress(counts)
    hidden = {k for k, n in found.cells.items() if n is None}
    assert hidden == {("甲", "会"), ("甲", "不会"), ("丙", "会"), ("丙", "不会")}
    assert (found.small, found.complementary, found.rows["甲"]) == (1, 3, 44)


def test_a_region_of_four_does_not_follow_from_the_whole_and_the_others():
    counts = {
        (r, o): n
        for r, row in {"甲": (20, 16), "乙": (17, 19), "丙": (2, 2)}.items()
        for o, n in zip(("会", "不会"), row, strict=True)
    }
    found = suppress(counts)
    assert found.rows["丙"] is None
    assert list(found.rows.values()).count(None) == 2


def test_a_survey_gives_its_margin_and_whether_a_change_is_more_than_chance():
    share, margin = share_with_margin(60, 120)
    assert (share, round(margin)) == (50.0, 9)
    assert change_with_margin(60, 120, 45, 95)[2] is False
    assert change_with_margin(100, 120, 45, 95)[2] is True


def test_definitions_that_differ_are_not_put_in_one_calculation():
    for other in (
        Definition("x", "产值", "亿元"),
        Definition("gdp", "增速", "%", span=Span.PERIOD),
        Definition("gdp", "增速", "%", Direction.LOWER),
        Definition("gdp", "增速差", "个百分点"),
    ):
        with pytest.raises(NotComparable):
            must_agree(RATE, other)
    must_agree(RATE, RATE)


def test_the_later_revision_is_in_force():
    assert in_force([Revision(D(2), 1), Revision(D(1), 0)]).value == 2
    assert in_force([]) is None


def test_gaps_are_signed_by_direction():
    energy = Definition("e", "能耗", "吨", Direction.LOWER)
    lines = gap_lines(energy, {"甲": D(3), "乙": D(5), "丙": None}, D(4))
    assert (lines["甲"].to_mean, lines["乙"].to_mean, lines["乙"].to_best) == (1, -1, -2)
    assert lines["丙"].rank is None
    assert moved(lines["乙"].rank, lines["甲"].rank) == -1


def test_catching_up_takes_the_other_ones_growth_into_account():
    assert round(catch_up(D(80), D(100), D(5), 3), 1) == D("13.1")


def test_an_index_nobody_has_all_parts_of_says_so_and_claims_no_stability():
    found = compose(
        [Part("a", D("0.5")), Part("b", D("0.5"))],
        {"a": {"甲": D(1), "乙": None}, "b": {"甲": None, "乙": D(2)}},
    )
    assert "不给综合分" in sensitivity(found).words()
