"""Points: shares, caps, highest only, mid-year changes, and a replay to the last cent."""

from datetime import date
from decimal import Decimal

import pytest

from shangliang.engines.points import Fact, TableRefused, count, read

D = Decimal
MARCH = date(2026, 3, 2)


def table(*rules, groups=None, **more):
    rows = [
        {"key": f"r{n}", "label": f"规则{n}", "what": "w", "points": "1"} | r
        for n, r in enumerate(rules)
    ]
    return read({"title": "t", "rule": rows, "group": groups or {}} | more)


def fact(what="w", on=MARCH, pk=1, person=7, **more):
    of = {k: v for k, v in more.items() if k not in ("halves", "signers", "title", "source_type")}
    rest = {k: v for k, v in more.items() if k not in of}
    return Fact(person, what, on, rest.pop("source_type", "row"), pk, of=of, **rest)


def total(tab, *facts):
    return count(tab, facts)[7].total


def test_half_points_halve_the_points_and_leave_the_member_alone():
    """The known bug of a real system: a half for a walk-in halved the member's id."""
    tab = table({"points": "5", "times": {"walk_in": {"yes": "0.5"}}})
    found = count(tab, [fact(person=4711, walk_in="yes")])
    assert list(found) == [4711]
    assert found[4711].total == D("2.50")
    assert found[4711].lines[0].fact.source_id == 1


def test_points_are_exact_decimals():
    tab = table({"points": "0.1"})
    assert total(tab, *(fact(pk=n) for n in range(3))) == D("0.30")


def test_a_joint_work_gives_the_first_half_and_the_others_equal_parts_of_the_rest():
    tab = table({"roles": {"first": "15", "co": "15"}, "share": "half_rest"})
    assert total(tab, fact(role="first", signers=4)) == D("7.50")
    assert total(tab, fact(role="co", signers=4)) == D("2.50")
    assert total(tab, fact(role="first", signers=1)) == D("15")


def test_of_one_kind_only_the_highest_counts_and_the_other_says_so():
    tab = table({"roles": {"first": "15", "co": "3"}, "best": "b"})
    found = count(tab, [fact(pk=1, role="co"), fact(pk=2, role="first"), fact(pk=3, role="first")])[
        7
    ]
    assert found.total == D("15")
    assert [line.cut for line in found.lines] == ["同类只计最高的一项", "", "同类只计最高的一项"]


def test_highest_only_for_the_same_thing_leaves_other_things_alone():
    tab = table(
        {"what": "key", "points": "5", "best": "b", "best_of": "source"},
        {"what": "excellent", "points": "8", "best": "b", "best_of": "source"},
    )
    assert total(tab, fact("key", pk=1), fact("excellent", pk=1), fact("key", pk=2)) == D("13")


def test_caps_of_a_rule_and_of_a_group_cut_the_line_that_meets_them():
    tab = table(
        {"points": "4", "cap": "10", "group": "g"},
        {"what": "v", "points": "5", "group": "g"},
        groups={"g": {"cap": "12"}},
    )
    found = count(tab, [*(fact(pk=n) for n in range(4)), fact("v", on=date(2026, 9, 1))])[7]
    assert [line.points for line in found.lines] == [D(4), D(4), D(2), D(0), D(2)]
    assert "最多 10 分" in found.lines[2].why
    assert "最多 12 分" in found.lines[4].why


def test_deductions_stop_at_the_floor():
    tab = table({"points": "-30", "group": "g"}, groups={"g": {"start": "50", "floor": "0"}})
    assert total(tab, *(fact(pk=n) for n in range(3))) == D(0)


def test_from_the_second_on_and_at_most():
    tab = table({"points": "5", "nth": 2, "most": 2})
    assert total(tab, *(fact(pk=n) for n in range(5))) == D(10)


def test_a_rule_changed_in_mid_year_counts_by_the_day_of_the_fact():
    tab = table({"points": "5", "until": "2026-06-30"}, {"points": "3", "since": "2026-07-01"})
    assert total(tab, fact(on=date(2026, 6, 30)), fact(pk=2, on=date(2026, 7, 1))) == D(8)


def test_half_days_multiply():
    assert total(table({"points": "5", "per": "half_day"}), fact(halves=7)) == D(35)


def test_every_line_explains_itself_in_one_sentence():
    tab = table({"roles": {"first": "15"}, "share": "half_rest", "label": "提案立案"})
    line = count(tab, [fact(role="first", signers=3, title="加装电梯")])[7].lines[0]
    assert line.why == "3-2 加装电梯：提案立案，7.5 分（3 人联名，第一提案人得一半）"


def test_the_order_facts_come_in_changes_nothing():
    tab = table({"points": "4", "cap": "10"})
    rows = [fact(pk=n, on=date(2026, 1 + n % 9, 3)) for n in range(20)]
    one, other = count(tab, rows)[7], count(tab, reversed(rows))[7]
    assert [(x.fact.key, x.points, x.why) for x in one.lines] == [
        (x.fact.key, x.points, x.why) for x in other.lines
    ]


def test_somebody_without_facts_has_the_points_one_begins_with():
    tab = table(
        {},
        groups={"g": {"start": "70"}},
        grade=[{"least": "60", "label": "称职"}, {"least": "-1", "label": "不称职"}],
    )
    found = count(tab, [], [9])[9]
    assert (found.total, found.grade) == (D(70), "称职")


@pytest.mark.parametrize(
    "bad",
    [
        {"points": "很多"}, {"points": "0.001"}, {"points": "NaN"}, {"points": "1e9"}, {"group": "没有"},
        {"share": "x"}, {"per": "x"}, {"since": "昨天"}, {"extra": 1}, {"what": ""},
    ],
)  # fmt: skip
def test_a_table_that_is_wrong_is_refused_with_the_rule_named(bad):
    with pytest.raises(TableRefused, match="规则 r0"):
        table(bad)
