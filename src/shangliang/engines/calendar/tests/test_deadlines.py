"""Where a period ends, and how the sentence beside it reads."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shangliang.engines.calendar import Calendar, DeadlineError, Span, due, extend
from shangliang.engines.calendar.tests.test_spans import spans

D = date.fromisoformat
CALENDAR = Calendar()
days = st.dates(date(1998, 1, 1), date(2034, 12, 31))


@pytest.mark.parametrize(
    "start, span, on",
    [
        ("2026-01-31", "1m", "2026-02-28"),
        ("2024-01-31", "1m", "2024-02-29"),
        ("2024-02-29", "12m", "2025-02-28"),
        ("2024-02-29", "48m", "2028-02-29"),
        ("2026-08-31", "1m", "2026-09-30"),
        ("2026-11-15", "1m", "2026-12-15"),
        ("2025-12-31", "2m", "2026-02-28"),
        ("2026-03-10", "30d", "2026-04-09"),
        ("2026-03-10", "2w", "2026-03-24"),
        ("2026-03-10", "0d", "2026-03-10"),
        ("2026-03-01", "@06-30", "2026-06-30"),
        ("2026-06-30", "@06-30", "2026-06-30"),
        ("2025-07-01", "@06-30", "2026-06-30"),
        ("2026-03-01", "@02-29", "2027-02-28"),
        ("2024-01-01", "@02-29", "2024-02-29"),
    ],
)
def test_a_calendar_period_ends_on_its_day_or_month_end(start, span, on):
    deadline = due(D(start), Span.parse(span), CALENDAR, roll=False)
    assert deadline.on == D(on)
    assert deadline.rolled_from is None


@pytest.mark.parametrize(
    "start, span, on, rolled_from",
    [
        ("2026-03-01", "0d", "2026-03-02", "2026-03-01"),
        ("2026-09-25", "1w", "2026-10-08", "2026-10-02"),
        ("2026-01-01", "@05-01", "2026-05-06", "2026-05-01"),
        ("2026-09-10", "30d", "2026-10-10", None),  # a worked Saturday
    ],
)
def test_an_end_on_a_day_off_moves_to_the_next_working_day(start, span, on, rolled_from):
    deadline = due(D(start), Span.parse(span), CALENDAR)
    assert deadline.on == D(on)
    assert deadline.rolled_from == (D(rolled_from) if rolled_from else None)


@pytest.mark.parametrize(
    "start, span, roll, why",
    [
        (
            "2026-02-09", "10wd", True,
            "自2026年2月9日起算10个工作日（起算当日不计入），春节放假不计，"
            "2月14日、2月28日调休上班计入，至2026年2月28日届满。",
        ),
        (
            "2026-02-05", "3m", True,
            "自2026年2月5日起算3个月（起算当日不计入），本应至2026年5月5日届满，"
            "当日为劳动节，顺延至2026年5月6日。",
        ),
        (
            "2026-02-05", "3m", False,
            "自2026年2月5日起算3个月（起算当日不计入），至2026年5月5日届满，"
            "当日为劳动节，按规定不顺延。",
        ),
        (
            "2025-11-30", "3m", True,
            "自2025年11月30日起算3个月（起算当日不计入），至2026年2月28日届满，"
            "当日虽逢周末但调休上班，不顺延。",
        ),
        (
            "2026-03-01", "@06-30", True,
            "规定期限为6月30日前，自2026年3月1日起，至2026年6月30日届满。",
        ),
        (
            "2026-03-01", "0d", True,
            "2026年3月1日当日，本应至2026年3月1日届满，当日为周日，顺延至2026年3月2日。",
        ),
    ],
)  # fmt: skip
def test_the_reason_is_one_sentence(start, span, roll, why):
    assert due(D(start), Span.parse(span), CALENDAR, roll).why == why


@pytest.mark.parametrize(
    "start, span, roll, provisional",
    [
        ("2030-01-02", "3d", True, True),
        ("2030-01-02", "3d", False, False),  # no calendar can move it
        ("2030-01-02", "3wd", False, True),
        ("2003-12-30", "5wd", True, True),
        ("2003-12-31", "5wd", True, False),  # day 0 is not counted
        ("2026-12-01", "5wd", True, False),
        ("2030-06-01", "0d", True, True),
    ],
)
def test_a_deadline_is_provisional_when_a_notice_may_still_move_it(start, span, roll, provisional):
    deadline = due(D(start), Span.parse(span), CALENDAR, roll)
    assert deadline.provisional is provisional
    assert ("暂定" in deadline.why) is provisional


def test_a_long_count_names_only_a_few_of_its_make_up_days():
    why = due(D("2024-01-02"), Span.parse("500wd"), CALENDAR).why
    assert "等" in why
    assert len(why) < 200


def test_an_extension_counts_on_from_the_old_due_date():
    assert extend(D("2026-05-05"), Span.parse("1m"), CALENDAR).on == D("2026-06-05")


@pytest.mark.parametrize("text", ["1wd", "1d", "1w", "1m", "@06-30"])
def test_a_date_at_the_end_of_time_is_refused_in_chinese(text):
    with pytest.raises(DeadlineError, match="请核对"):
        due(date.max, Span.parse(text), CALENDAR)


def test_the_first_day_of_time_is_refused_or_counted_but_never_a_crash():
    with pytest.raises(DeadlineError):
        due(date.min, Span.parse("0d"), CALENDAR)


@given(days, spans, st.booleans())
def test_a_deadline_never_lies_before_its_start(start, span, roll):
    deadline = due(start, span, CALENDAR, roll)
    assert deadline.on >= start
    assert CALENDAR.is_workday(deadline.on) or (not roll and not span.counts_workdays)
    assert deadline.why.endswith("。")
    assert deadline.why.count("。") == 1
    if deadline.rolled_from is not None:
        assert roll
        assert deadline.rolled_from < deadline.on
        assert not CALENDAR.is_workday(deadline.rolled_from)


@given(days, spans, st.booleans(), st.integers(0, 400))
def test_a_later_start_never_ends_earlier(start, span, roll, shift):
    later = start + timedelta(days=shift)
    assert due(start, span, CALENDAR, roll).on <= due(later, span, CALENDAR, roll).on


@given(days, spans.filter(lambda s: s.kind != "fixed" and s.count > 1), st.booleans())
def test_a_longer_period_never_ends_earlier(start, span, roll):
    shorter = Span(span.kind, span.count - 1)
    assert due(start, shorter, CALENDAR, roll).on <= due(start, span, CALENDAR, roll).on
