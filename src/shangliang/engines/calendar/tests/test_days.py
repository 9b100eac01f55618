"""The calendar of one office: overrides, years not known, counting."""

import time
from datetime import date, datetime, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shangliang.engines.calendar import PUBLISHED_YEARS, Calendar, Span, due

CALENDAR = Calendar()
days = st.dates(date(1998, 1, 1), date(2034, 12, 31))


def test_the_tables_agree_with_the_library_on_every_covered_day():
    for year in range(2004, 2027):
        day = date(year, 1, 1)
        while day.year == year:
            assert CALENDAR.is_workday(day) == chinese_calendar.is_workday(day), day
            day += timedelta(days=1)


def test_the_library_covers_at_least_2004_to_2026():
    assert set(range(2004, 2027)) <= PUBLISHED_YEARS


@pytest.mark.parametrize("year", [1999, 2003, max(PUBLISHED_YEARS) + 1, 2099])
def test_a_year_without_a_notice_is_monday_to_friday_and_provisional(year):
    assert not CALENDAR.year_known(year)
    day = date(year, 1, 1)
    while day.year == year:
        assert CALENDAR.is_workday(day) == (day.weekday() < 5)
        assert CALENDAR.is_provisional(day)
        assert CALENDAR.name(day) == ""
        day += timedelta(days=1)


def test_the_last_week_before_an_unknown_year_is_not_settled_yet():
    last = max(PUBLISHED_YEARS)
    assert CALENDAR.is_provisional(date(last, 12, 31))
    assert not CALENDAR.is_provisional(date(last, 12, 24))
    assert not CALENDAR.is_provisional(date(last - 1, 12, 31))
    assert not Calendar(known_years={last + 1}).is_provisional(date(last, 12, 31))
    assert not Calendar(known_years={last}).is_provisional(date(last, 12, 31))


def test_an_override_wins_over_the_published_calendar():
    closed, opened = date(2026, 3, 4), date(2026, 10, 1)
    office = Calendar({closed: False, opened: True})
    assert not office.is_workday(closed)
    assert office.is_workday(opened)
    assert office.workdays(2026) == 248
    assert office.next_workday(closed) == date(2026, 3, 5)
    assert office.name(closed) == "本单位调整放假"
    assert office.name(opened) == "本单位调整上班"


def test_an_override_that_repeats_the_published_calendar_keeps_its_name():
    assert Calendar({date(2026, 10, 1): False}).name(date(2026, 10, 1)) == "国庆节"


def test_the_office_s_own_name_is_shown():
    day = date(2026, 3, 4)
    assert Calendar({day: False}, {day: "建城纪念日"}).name(day) == "建城纪念日"


def test_changing_the_mapping_afterwards_does_not_change_the_calendar():
    overrides = {date(2026, 3, 4): False}
    office = Calendar(overrides)
    overrides[date(2026, 3, 4)] = True
    assert not office.is_workday(date(2026, 3, 4))


def test_a_single_override_does_not_make_a_year_known():
    year = max(PUBLISHED_YEARS) + 1
    office = Calendar({date(year, 3, 3): False})
    assert not office.year_known(year)
    assert office.is_provisional(date(year, 3, 3))


def test_a_provisional_deadline_moves_when_the_office_enters_next_year():
    start, span = date(2026, 12, 28), Span.parse("10wd")
    bare = Calendar()
    bare._known = bare._known - {2027}  # as long as, and after, the library lacks 2027
    before = due(start, span, bare)
    assert before.provisional
    assert "2027" in before.why
    entered = Calendar({date(2027, 1, 1): False, date(2027, 1, 4): False}, known_years={2027})
    after = due(start, span, entered)
    assert not after.provisional
    assert after.on > before.on or 2027 in PUBLISHED_YEARS


def test_a_moment_finds_its_day():
    assert CALENDAR.is_workday(datetime(2026, 2, 28, 23, 59))


def test_zero_working_days_stay_on_a_day_off():
    assert CALENDAR.add_workdays(date(2026, 10, 1), 0) == date(2026, 10, 1)


@pytest.mark.parametrize(
    "day, n, expected",
    [
        ("2026-03-02", -1, "2026-02-28"),
        ("2026-02-24", -1, "2026-02-14"),
        ("2026-10-04", -1, "2026-09-30"),
        ("2026-10-10", -2, "2026-10-08"),
        ("2026-01-04", -1, "2025-12-31"),
        ("2026-01-01", 1, "2026-01-04"),
        ("2025-12-31", 1, "2026-01-04"),
    ],
)
def test_counting_crosses_holidays_and_years_both_ways(day, n, expected):
    assert CALENDAR.add_workdays(date.fromisoformat(day), n) == date.fromisoformat(expected)


@pytest.mark.parametrize("day, n", [(date.max, 1), (date.min, -1)])
def test_leaving_the_calendar_raises_overflow(day, n):
    with pytest.raises(OverflowError):
        CALENDAR.add_workdays(day, n)


@given(days, st.integers(1, 1500))
def test_adding_lands_on_a_working_day_that_many_away(day, n):
    on = CALENDAR.add_workdays(day, n)
    assert CALENDAR.is_workday(on)
    assert CALENDAR.workdays_between(day, on) == n
    assert CALENDAR.workdays_between(on, day) == -n


@given(days, st.integers(-800, 800))
def test_adding_more_never_lands_earlier(day, n):
    assert CALENDAR.add_workdays(day, n) < CALENDAR.add_workdays(day, n + 1) or n in (-1, 0)
    assert CALENDAR.add_workdays(day, -1) < day < CALENDAR.add_workdays(day, 1)


@given(days, st.integers(1, 800))
def test_going_back_lands_on_a_working_day_that_many_before(day, n):
    on = CALENDAR.add_workdays(day, -n)
    assert CALENDAR.is_workday(on)
    assert CALENDAR.workdays_between(on, day) == n - 1 + CALENDAR.is_workday(day)


@given(days, days, days)
def test_counts_add_up_over_a_day_between(a, b, c):
    between = CALENDAR.workdays_between
    assert between(a, b) + between(b, c) == between(a, c)


@given(days, st.integers(0, 900), st.lists(st.tuples(st.integers(0, 900), st.booleans())))
def test_the_count_agrees_with_walking_day_by_day(start, length, changed):
    office = Calendar({start + timedelta(days=shift): on for shift, on in changed})
    end = start + timedelta(days=length)
    walked = sum(office.is_workday(start + timedelta(days=i + 1)) for i in range(length))
    assert office.workdays_between(start, end) == walked


@pytest.mark.parametrize("call", ["is_workday", "next_workday", "add", "between"])
def test_a_hundred_thousand_calls_are_cheap(call):
    start, end = date(2026, 2, 9), date(2027, 3, 1)
    run = {
        "is_workday": lambda: CALENDAR.is_workday(start),
        "next_workday": lambda: CALENDAR.next_workday(end),
        "add": lambda: CALENDAR.add_workdays(start, 90),
        "between": lambda: CALENDAR.workdays_between(start, end),
    }[call]
    began = time.process_time()
    for _ in range(100_000):
        run()
    assert time.process_time() - began < 2
