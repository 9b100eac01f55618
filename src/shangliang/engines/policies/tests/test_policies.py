"""Rules are read from sentences; a fact more never takes an answer back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shangliang.engines.policies import (
    Condition,
    Fact,
    FactError,
    Finding,
    Rule,
    RuleError,
    Verdict,
    find,
    judge,
    read_fact,
    read_facts,
    read_rules,
)

TRADE = Fact("trade", "行业", choices=("工业", "建筑业", "软件信息"))
STAFF = Fact("staff", "从业人数", "人")
SALES = Fact("sales", "上年营业收入", "万元")
SHARE = Fact("share", "上年研发占比", "%", most=Decimal(100))
FACTS = (TRADE, STAFF, SALES, SHARE)
DAY = date(2026, 6, 1)


def answer(text: str, facts: dict, day: date = DAY, ends: date | None = date(2026, 12, 31)):
    return judge(
        read_rules(text, FACTS), facts, day=day, starts_on=date(2026, 1, 1), ends_on=ends,
        period="第九条",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "sign", "values", "clause"),
    [
        ("从业人数不超过300人（第三条第一项）", "le", (Decimal(300),), "第三条第一项"),
        ("从业人数超过 300（第三条）", "gt", (Decimal(300),), "第三条"),
        ("上年营业收入 ≥ 2,000万元 (第4条)", "ge", (Decimal(2000),), "第4条"),
        ("上年研发占比不低于3.5%（第五条）。", "ge", (Decimal("3.5"),), "第五条"),
        ("从业人数不足２０人（第六条）", "lt", (Decimal(20),), "第六条"),
        ("行业是工业、软件信息（第二条（一））", "in", ("工业", "软件信息"), "第二条（一）"),
        ("行业不是建筑业（第二条）", "out", ("建筑业",), "第二条"),
    ],
)
def test_a_line_is_read_as_it_is_written(line, sign, values, clause):
    rule = read_rules(line, FACTS)[0]
    condition = rule.conditions[0]
    assert (condition.sign, condition.values, rule.clause) == (sign, values, clause)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "至少写一条"),
        ("从业人数不超过300人", "第 1 行：请在末尾的括号里写"),
        ("职工人数不超过300（第三条）", "要以一项事实开头"),
        ("从业人数约300（第三条）", "后面要写不少于"),
        ("从业人数是300（第三条）", "要写不少于、不超过、超过、少于一个数"),
        ("行业不少于3（第三条）", "要写是、不是其中的词"),
        ("行业是渔业（第三条）", "请从工业、建筑业、软件信息里选"),
        ("从业人数不超过（第三条）", "还没有写数"),
        ("从业人数不超过3亿（第三条）", "不是数"),
        ("行业是工业（第一条）\n从业人数约3（第二条）\n行业是渔业（第三条）", "第 2 行"),
    ],
)
def test_a_line_that_is_no_rule_is_said_with_its_number(text, said):
    with pytest.raises(RuleError, match=said):
        read_rules(text, FACTS)


def test_the_reason_names_the_clause_what_was_asked_and_what_was_told():
    verdict, reasons = answer(
        "行业是工业（第二条）\n从业人数不超过300（第三条）",
        {"trade": "建筑业", "staff": Decimal(20)},
    )
    assert verdict is Verdict.NOT
    assert [(r.holds, r.asked, r.told, r.clause) for r in reasons[1:]] == [
        (False, "行业是工业", "行业：建筑业", "第二条"),
        (True, "从业人数不超过300人", "从业人数：20人", "第三条"),
    ]


def test_what_was_not_told_is_a_third_answer_and_names_what_is_lacking():
    verdict, reasons = answer(
        "行业是工业（第二条）\n从业人数不超过300（第三条）", {"trade": "工业"}
    )
    finding = Finding("x", verdict, reasons)
    assert verdict is Verdict.MISSING
    assert finding.lacking == (STAFF,)
    # What fails decides, though another fact is lacking.
    assert (
        answer("行业是工业（第二条）\n从业人数不超过3（三）", {"trade": "建筑业"})[0] is Verdict.NOT
    )


def test_one_of_two_ways_is_enough_and_the_other_need_not_be_told():
    line = "上年营业收入不少于2000 或 上年研发占比不少于3（第四条）"
    assert answer(line, {"share": Decimal(5)})[0] is Verdict.FITS
    assert answer(line, {"share": Decimal(1)})[0] is Verdict.MISSING
    assert answer(line, {"share": Decimal(1), "sales": Decimal(9)})[0] is Verdict.NOT


@pytest.mark.parametrize(
    ("day", "ends", "verdict"),
    [
        (date(2025, 12, 31), None, Verdict.NOT), (date(2026, 1, 1), None, Verdict.FITS),
        (date(2026, 12, 31), date(2026, 12, 31), Verdict.FITS),
        (date(2027, 1, 1), date(2026, 12, 31), Verdict.NOT),
    ],
)  # fmt: skip
def test_a_policy_fits_from_its_first_to_its_last_day(day, ends, verdict):
    found, reasons = answer("行业是工业（第二条）", {"trade": "工业"}, day, ends)
    assert found is verdict
    assert reasons[0].clause == "第九条"


def test_one_slip_loses_no_other_answer():
    found, wrong = read_facts(
        FACTS, {"trade": "渔业", "staff": "１２０ 人", "sales": "", "share": "300"}
    )
    assert found == {"staff": Decimal(120)}
    assert len(wrong) == 2
    with pytest.raises(FactError):
        read_fact(STAFF, "NaN")


def test_what_fits_stands_first_then_what_lacks_least():
    lines = (
        "从业人数不超过3（一）\n上年营业收入少于5（二）",
        "行业是建筑业（一）",
        "从业人数不超过3（一）",
        "行业是工业（一）",
    )
    rows = [Finding(n, *answer(text, {"trade": "工业"})) for n, text in enumerate(lines)]
    assert [f.policy for f in find(rows)] == [3, 2, 0, 1]


numbers = st.integers(0, 100).map(Decimal)
conditions = st.one_of(
    st.builds(Condition, st.sampled_from((STAFF, SALES, SHARE)), st.sampled_from(("ge", "le", "gt", "lt")), st.tuples(numbers)),
    st.builds(Condition, st.just(TRADE), st.sampled_from(("in", "out")),
              st.lists(st.sampled_from(TRADE.choices), min_size=1, max_size=3, unique=True).map(tuple)),
)  # fmt: skip
rules = st.builds(
    Rule, st.lists(conditions, min_size=1, max_size=3).map(tuple), st.sampled_from(("第一条", "第二条（三）"))
)  # fmt: skip
whole = st.fixed_dictionaries(
    {"trade": st.sampled_from(TRADE.choices), "staff": numbers, "sales": numbers, "share": numbers}
)


@settings(max_examples=150, deadline=None)
@given(st.lists(rules, min_size=1, max_size=5), whole, st.sets(st.sampled_from(list("abcd"))))
def test_a_fact_more_never_takes_an_answer_back(many, told, drop):
    """Fits stays fits and not stays not; with every fact told nothing is missing."""
    keys = dict(zip("abcd", told, strict=True))
    part = {k: v for k, v in told.items() if k not in {keys[d] for d in drop}}
    period = {"day": DAY, "starts_on": DAY, "ends_on": None, "period": "第九条"}
    before, reasons = judge(many, part, **period)
    after, _ = judge(many, told, **period)
    assert before in (after, Verdict.MISSING)
    assert after is not Verdict.MISSING
    assert all(r.clause for r in reasons)


@settings(max_examples=100, deadline=None)
@given(rules)
def test_a_rule_read_from_its_own_sentence_is_the_same_rule(rule):
    assert read_rules(rule.sentence, FACTS) == (rule,)
