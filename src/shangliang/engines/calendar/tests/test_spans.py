"""Periods: reading, writing, and what a bad one is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shangliang.engines.calendar import Span, SpanError

spans = st.one_of(
    st.builds(Span, st.just("wd"), st.integers(1, 2600)),
    st.builds(Span, st.just("d"), st.integers(0, 3660)),
    st.builds(Span, st.just("w"), st.integers(1, 520)),
    st.builds(Span, st.just("m"), st.integers(1, 120)),
    st.dates().map(lambda day: Span("fixed", month=day.month, day=day.day)),
)


@pytest.mark.parametrize(
    "text, words",
    [
        ("10wd", "10个工作日"),
        ("30d", "30日"),
        ("3m", "3个月"),
        ("2w", "2周"),
        ("@06-30", "6月30日前"),
        ("@02-29", "2月29日前"),
        ("0d", "当日"),
    ],
)
def test_a_period_reads_in_chinese(text, words):
    assert Span.parse(text).words() == words
    assert str(Span.parse(text)) == text


@pytest.mark.parametrize(
    "typed, text",
    [
        (" 10 WD ", "10wd"),
        ("１０ｗｄ", "10wd"),
        ("10个工作日", "10wd"),
        ("10工作日", "10wd"),
        ("30天", "30d"),
        ("015d", "15d"),
        ("3 个月", "3m"),
        ("@6-30", "@06-30"),
        ("6月30日前", "@06-30"),
    ],
)
def test_what_a_clerk_types_is_forgiven(typed, text):
    assert Span.parse(typed).format() == text


@given(spans)
def test_a_period_survives_writing_and_reading(span):
    assert Span.parse(span.format()) == span
    assert Span.parse(span.words()) == span


BAD = [
    "", "  ", "10", "wd", "-1wd", "0wd", "0m", "0w", "1.5m", "10wd5d", "10x", "10年", "半年",
    "@13-01", "@02-30", "@00-10", "@0630", "06-30", "10w d", "99999wd", "9" * 5000 + "d",
    "三个月", "٣wd", "10wd\n5", "²d x", "@06-30@",
]  # fmt: skip


@pytest.mark.parametrize("text", BAD)
def test_a_bad_period_is_told_what_is_accepted(text):
    with pytest.raises(SpanError) as caught:
        Span.parse(text)
    message = str(caught.value)
    assert "10个工作日" in message
    assert "@06-30" in message
    assert len(message) < 200


@given(st.text())
def test_any_text_is_read_or_refused_clearly(text):
    try:
        span = Span.parse(text)
    except SpanError:
        return
    assert Span.parse(span.format()) == span


@pytest.mark.parametrize("bad", [("y", 1), ("wd", 0), ("d", -1), ("m", 121), ("fixed", 0, 2, 30)])
def test_a_period_made_in_code_is_checked_too(bad):
    with pytest.raises(SpanError):
        Span(*bad)


@pytest.mark.parametrize("text, expected", [("10wd", True), ("10d", False), ("@06-30", False)])
def test_a_period_tells_whether_it_counts_working_days(text, expected):
    assert Span.parse(text).counts_workdays is expected
