"""Known results, counted by hand from the State Council notices for 2025 and 2026."""

from datetime import date

import pytest

from shangliang.engines.calendar import Calendar, Span, due

D = date.fromisoformat
CALENDAR = Calendar()

VECTORS = [
    # start, span, due, rolled from
    ("2026-02-09", "10wd", "2026-02-28", None),
    ("2026-02-13", "5wd", "2026-02-27", None),
    ("2026-02-27", "1wd", "2026-02-28", None),
    ("2026-04-01", "10wd", "2026-04-16", None),
    ("2026-04-29", "5wd", "2026-05-09", None),
    ("2026-05-08", "2wd", "2026-05-11", None),
    ("2026-09-18", "10wd", "2026-10-09", None),
    ("2026-09-30", "10wd", "2026-10-20", None),
    ("2026-03-13", "15wd", "2026-04-03", None),
    ("2026-01-31", "3m", "2026-04-30", None),
    ("2026-02-05", "3m", "2026-05-06", "2026-05-05"),
    ("2026-02-01", "3m", "2026-05-06", "2026-05-01"),
    ("2026-04-01", "6m", "2026-10-08", "2026-10-01"),
    ("2025-11-30", "3m", "2026-02-28", None),
]


@pytest.mark.parametrize("start, span, on, rolled_from", VECTORS)
def test_the_field_reference_vectors_hold(start, span, on, rolled_from):
    deadline = due(D(start), Span.parse(span), CALENDAR)
    assert deadline.on == D(on)
    assert deadline.rolled_from == (D(rolled_from) if rolled_from else None)
    assert not deadline.provisional


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_recent_year_has_248_working_days(year):
    assert CALENDAR.workdays(year) == 248


OFF_2026 = [
    ("2026-01-01", "2026-01-03"),
    ("2026-02-15", "2026-02-23"),
    ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"),
    ("2026-06-19", "2026-06-21"),
    ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
]


@pytest.mark.parametrize("first, last", OFF_2026)
def test_each_day_of_a_2026_holiday_is_off(first, last):
    for ordinal in range(D(first).toordinal(), D(last).toordinal() + 1):
        assert not CALENDAR.is_workday(date.fromordinal(ordinal))


@pytest.mark.parametrize(
    "day", ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
)
def test_each_make_up_day_of_2026_is_worked(day):
    assert CALENDAR.is_workday(D(day))
    assert CALENDAR.is_make_up(D(day))
    assert CALENDAR.name(D(day)).endswith("调休上班")
