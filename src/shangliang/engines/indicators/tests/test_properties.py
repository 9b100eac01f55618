"""What holds for any figures: contributions sum, ranks are permutations, better is never worse, units never mix."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shangliang.engines.indicators.cells import _computable, suppress
from shangliang.engines.indicators.contributions import Cell, decompose, shift_share
from shangliang.engines.indicators.definition import Definition, Direction, Shape
from shangliang.engines.indicators.index import Part, compose, sensitivity
from shangliang.engines.indicators.means import mean, weighted
from shangliang.engines.indicators.pace import forecast
from shangliang.engines.indicators.periods import Period, of_code, parse
from shangliang.engines.indicators.ranks import ranks
from shangliang.engines.indicators.rules import evaluate, read
from shangliang.engines.indicators.units import UNITS, UnitMismatch, convert
from shangliang.engines.indicators.whatif import Lever, forwards, implied_share, needed_rate

RATE = st.decimals("-80", "80", places=1)
AMOUNT = st.decimals("0.1", "9000", places=2)
NAMES = st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=3)
ROWS = st.dictionaries(NAMES, RATE | st.none(), min_size=1, max_size=12)
WAYS = st.sampled_from([Direction.HIGHER, Direction.LOWER])
NEAR = Decimal("1e-15")
few = settings(max_examples=60, deadline=None)


@few
@given(
    st.lists(st.tuples(NAMES, NAMES, AMOUNT, RATE | st.none()), min_size=1, max_size=20),
    RATE,
    RATE | st.none(),
)
def test_contributions_and_what_is_left_over_sum_to_the_gap(rows, benchmark, published):
    cells = [Cell((a, b), base, rate) for a, b, base, rate in rows]
    found = decompose(cells, benchmark, published)
    assert sum((p.points for p in found.parts), Decimal(0)) + found.unexplained == pytest.approx(
        found.total, abs=NEAR
    )
    assert sum(found.by(0).values(), Decimal(0)) == pytest.approx(
        found.total - found.unexplained, abs=NEAR
    )
    if published is None:
        assert found.unexplained == 0
    assert len(found.parts) + len(found.missing) == len(cells)


@few
@given(st.dictionaries(NAMES, st.tuples(AMOUNT, RATE, AMOUNT, RATE), min_size=1, max_size=8))
def test_mix_and_pace_sum_to_the_gap_of_two_growth_rates(rows):
    own = [Cell((k,), a, b) for k, (a, b, _, _) in rows.items()]
    other = [Cell((k,), c, d) for k, (_, _, c, d) in rows.items()]
    gap = decompose(own).total - decompose(other).total
    assert shift_share(own, other).total == pytest.approx(gap, abs=Decimal("1e-12"))


@few
@given(ROWS, WAYS)
def test_ranks_are_a_permutation_up_to_ties_and_leave_out_what_is_missing(row, way):
    found = ranks(row, way)
    known = {k: v for k, v in row.items() if v is not None}
    assert found.keys() == known.keys()
    places = sorted(r.place for r in found.values())
    assert all(place <= n for n, place in enumerate(places, 1))
    for place in set(places):
        same = [r for r in found.values() if r.place == place]
        assert all(r.tied == len(same) - 1 for r in same)
        assert place == 1 + sum(r.place < place for r in found.values())


@few
@given(ROWS, WAYS, st.decimals("0.1", "50", places=1))
def test_a_figure_that_gets_better_never_ranks_worse(row, way, by):
    known = [k for k, v in row.items() if v is not None]
    if not known:
        return
    key = known[0]
    better = row | {key: row[key] + (by if way is Direction.HIGHER else -by)}
    assert ranks(better, way)[key].place <= ranks(row, way)[key].place


@few
@given(st.dictionaries(NAMES, st.tuples(RATE, AMOUNT), min_size=1, max_size=10))
def test_a_weighted_mean_lies_between_its_figures_and_its_parts_sum(rows):
    figures = {k: v for k, (v, _) in rows.items()}
    found = weighted(figures, {k: w for k, (_, w) in rows.items()})
    assert min(figures.values()) - NEAR <= found.value <= max(figures.values()) + NEAR
    assert sum(found.parts.values(), Decimal(0)) == found.value


@few
@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), AMOUNT)
def test_units_convert_within_a_family_and_never_mix(one, other, value):
    if UNITS[one].family == UNITS[other].family:
        assert convert(convert(value, one, other), other, one) == pytest.approx(value)
    else:
        with pytest.raises(UnitMismatch):
            convert(value, one, other)


@few
@given(st.integers(2000, 2060), st.sampled_from("MQHY"), st.data())
def test_a_period_is_read_back_from_its_code_and_its_words(year, freq, data):
    number = data.draw(st.integers(1, {"M": 12, "Q": 4, "H": 2, "Y": 1}[freq]))
    one = Period(year, freq, number)
    assert of_code(one.code) == one
    assert parse(one.label()) == one
    assert one.after().before() == one
    assert one.last_year().ends < one.ends


@few
@given(st.decimals("0.1", "3", places=2), st.decimals("4", "40", places=1))
def test_what_if_forwards_undoes_backwards(effect, gap):
    share = implied_share(effect, gap)
    there = forwards(Decimal(0), [Lever("行业", share, Decimal(0), gap)])
    assert there.effect == pytest.approx(effect)
    assert needed_rate(effect, share, Decimal(0)) == pytest.approx(gap)


@few
@given(RATE, RATE | st.none(), RATE | st.none())
def test_a_rule_met_with_more_known_figures_is_never_unmet(value, province, last):
    rule = read("≥ 全省 或 由负转正 或 > 5")
    less = evaluate(rule, {"value": value})
    more = evaluate(rule, {"value": value, "province": province, "last_year": last})
    if less.met is not None:
        assert more.met == less.met


TABLES = st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("uvwx")),
    st.integers(0, 30),
    min_size=4,
    max_size=16,
)


@few
@given(TABLES)
def test_no_small_cell_is_shown_and_none_follows_from_the_totals(counts):
    full = {(r, c): counts.get((r, c), 0) for r in "abcd" for c in "uvwx"}
    found = suppress(full)
    gone = {k for k, n in found.cells.items() if n is None}
    assert {k for k, n in full.items() if 0 < n < 5} <= gone
    assert all(n is None or n == full[k] for k, n in found.cells.items())
    for row, column in gone:
        hidden_in_row = [k for k in gone if k[0] == row]
        shown = found.rows[row] is not None and found.columns[column] is not None
        assert not shown or (len(hidden_in_row) > 1 and not _computable(full, gone, (row, column)))


@few
@given(
    st.lists(st.tuples(RATE, RATE, RATE), min_size=2, max_size=8),
    st.lists(st.integers(1, 9), min_size=3, max_size=3),
)
def test_an_index_total_is_the_sum_of_its_parts_and_equal_regions_tie(rows, raw):
    total = Decimal(sum(raw))
    weights = [Decimal(w) / total for w in raw]
    parts = [Part(code, weight) for code, weight in zip("xyz", weights, strict=True)]
    figures = {
        code: {str(n): row[i] for n, row in enumerate([*rows, rows[0]])}
        for i, code in enumerate("xyz")
    }
    found = compose(parts, figures)
    for score in found.scores.values():
        assert sum(score.points.values(), Decimal(0)) == pytest.approx(
            score.total, abs=Decimal("1e-5")
        )
        assert 0 <= score.total <= 100
    assert found.ranks["0"].place == found.ranks[str(len(rows))].place
    shifts = sensitivity(found).shifts
    assert all(s.before != s.after for s in shifts)


@few
@given(
    st.dictionaries(st.integers(2015, 2024), st.lists(AMOUNT, min_size=4, max_size=4), max_size=6),
    AMOUNT,
    st.integers(1, 4),
)
def test_a_forecast_range_holds_its_middle(past, now, number):
    years = {y: {n: sum(q[:n], Decimal(0)) for n in range(1, 5)} for y, q in past.items()}
    found = forecast(now, number, 4, years)
    assert found.low - NEAR <= found.middle <= found.high + NEAR
    assert found.low >= 0


def test_a_plain_mean_is_for_totals_only():
    level = Definition("x", "产值", "亿元", shape=Shape.LEVEL)
    assert mean(level, {"a": Decimal(1), "b": Decimal(3), "c": None}).value == 2
