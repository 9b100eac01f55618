"""Pauses and extensions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shangliang.engines.calendar import (
    Calendar,
    DeadlineError,
    Pause,
    Span,
    Timeline,
    due,
    shift_for_pause,
)
from shangliang.engines.calendar.tests.test_spans import spans

D = date.fromisoformat
CALENDAR = Calendar()
days = st.dates(date(1998, 1, 1), date(2034, 12, 31))


@pytest.mark.parametrize(
    "due_on, paused_on, resumed_on, kind, roll, expected",
    [
        ("2026-03-20", "2026-03-10", "2026-03-12", "wd", True, "2026-03-24"),
        ("2026-03-20", "2026-03-13", "2026-03-15", "wd", True, "2026-03-20"),  # a weekend
        ("2026-03-20", "2026-03-20", "2026-03-25", "wd", True, "2026-03-25"),  # on its last day
        ("2026-03-20", "2026-03-21", "2026-03-30", "wd", True, "2026-03-20"),  # already late
        ("2026-09-30", "2026-09-18", "2026-09-20", "wd", True, "2026-10-08"),  # a worked Sunday
        ("2026-03-20", "2026-03-10", "2026-03-11", "d", True, "2026-03-23"),
        ("2026-03-20", "2026-03-10", "2026-03-11", "d", False, "2026-03-21"),
        ("2026-03-20", "2026-03-10", "2026-03-24", "m", True, "2026-04-03"),
    ],
)
def test_a_pause_is_given_back(due_on, paused_on, resumed_on, kind, roll, expected):
    moved = shift_for_pause(D(due_on), D(paused_on), D(resumed_on), kind, CALENDAR, roll)
    assert moved == D(expected)


def test_a_pause_that_ends_before_it_begins_is_refused():
    with pytest.raises(DeadlineError, match="早于暂停日"):
        shift_for_pause(D("2026-03-20"), D("2026-03-12"), D("2026-03-10"), "wd", CALENDAR)


@given(days, days, st.sampled_from(["wd", "d", "w", "m", "fixed"]), st.booleans())
def test_a_pause_of_no_days_changes_nothing(due_on, paused_on, kind, roll):
    assert shift_for_pause(due_on, paused_on, paused_on, kind, CALENDAR, roll) == due_on


@given(days, st.integers(1, 200), st.integers(0, 200), st.integers(0, 200))
def test_as_much_is_left_after_resuming_as_after_pausing(start, n, until_pause, length):
    due_on = CALENDAR.add_workdays(start, n)
    paused_on = min(start + timedelta(days=until_pause), due_on)
    resumed_on = paused_on + timedelta(days=length)
    moved = shift_for_pause(due_on, paused_on, resumed_on, "wd", CALENDAR)
    left = CALENDAR.workdays_between(paused_on, due_on)
    assert CALENDAR.workdays_between(resumed_on, moved) == left


@given(days, spans, st.booleans())
def test_a_clock_left_alone_is_its_plain_deadline(start, span, roll):
    state = Timeline(start, span, roll=roll).state(CALENDAR)
    assert state.deadline == due(start, span, CALENDAR, roll)
    assert not state.paused


@given(days, spans, st.lists(st.integers(0, 60), max_size=6))
def test_pauses_never_bring_a_deadline_forward(start, span, gaps):
    at, marks = start, []
    for gap in gaps:
        marks.append(at := at + timedelta(days=gap))
    pauses = tuple(Pause(a, b) for a, b in zip(marks[::2], marks[1::2]))
    state = Timeline(start, span, pauses=pauses).state(CALENDAR)
    assert state.deadline.on >= due(start, span, CALENDAR).on
    assert state.deadline.why.count("。") == 1


def test_a_clock_with_extension_and_pause_tells_its_whole_story():
    timeline = Timeline(
        D("2026-03-02"), Span.parse("3m"), (Span.parse("1m"),), (Pause(D("2026-04-01"), D("2026-04-04")),)
    )  # fmt: skip
    deadline = timeline.state(CALENDAR).deadline
    assert deadline.on == D("2026-07-06")  # 2 July + 3 days is a Sunday
    assert deadline.rolled_from == D("2026-07-05")
    assert deadline.why == (
        "自2026年3月2日起算3个月（起算当日不计入），至2026年6月2日届满，经批准延长1个月，"
        "2026年4月1日暂停、2026年4月4日恢复，补回3日，最终至2026年7月6日届满。"
    )


def test_a_holiday_is_not_given_twice_when_a_rolled_deadline_is_extended():
    timeline = Timeline(D("2026-02-01"), Span.parse("3m"), (Span.parse("1m"),))
    assert timeline.state(CALENDAR).deadline.on == D("2026-06-01")


def test_a_clock_stopped_on_the_day_it_was_rolled_to_does_not_end_before_it_resumes():
    pause = Pause(D("2026-05-06"), D("2026-05-08"))
    deadline = Timeline(D("2026-02-05"), Span.parse("3m"), pauses=(pause,)).state(CALENDAR).deadline
    assert deadline.on == D("2026-05-08")
    rolled_from = D("2026-05-05")
    assert shift_for_pause(rolled_from, pause.paused_on, D("2026-05-08"), "m", CALENDAR) == D(
        "2026-05-08"
    )


@given(days, spans, st.integers(0, 400), st.integers(1, 60))
def test_a_clock_stopped_in_time_never_ends_before_it_resumes(start, span, until_pause, length):
    paused_on = min(start + timedelta(days=until_pause), due(start, span, CALENDAR).on)
    pause = Pause(paused_on, paused_on + timedelta(days=length))
    after = Timeline(start, span, pauses=(pause,)).state(CALENDAR).deadline
    assert CALENDAR.workdays_between(pause.resumed_on, after.on) >= 0


def test_an_open_pause_shows_as_paused_and_moves_nothing_yet():
    open_pause = Pause(D("2026-03-10"))
    state = Timeline(D("2026-03-02"), Span.parse("10wd"), pauses=(open_pause,)).state(CALENDAR)
    assert state.paused
    assert state.deadline == due(D("2026-03-02"), Span.parse("10wd"), CALENDAR)


@pytest.mark.parametrize(
    "pauses",
    [
        (Pause(D("2026-03-03"), D("2026-03-06")), Pause(D("2026-03-05"), D("2026-03-09"))),
        (Pause(D("2026-03-03")), Pause(D("2026-03-05"), D("2026-03-09"))),
        (Pause(D("2026-03-03")), Pause(D("2026-03-05"))),
        (Pause(D("2026-03-05"), D("2026-03-03")),),
    ],
)
def test_pauses_that_contradict_each_other_are_refused(pauses):
    with pytest.raises(DeadlineError, match="请核对"):
        Timeline(D("2026-03-02"), Span.parse("10wd"), pauses=pauses).state(CALENDAR)


def test_a_moved_clock_is_counted_again_when_next_year_is_entered():
    timeline = Timeline(D("2030-12-02"), Span.parse("15wd"), (Span.parse("10wd"),))
    first = timeline.state(Calendar()).deadline
    days_off = {D("2031-01-01"): False, D("2031-01-02"): False}
    second = timeline.state(Calendar(days_off, known_years=frozenset({2030, 2031}))).deadline
    assert first.provisional
    assert not second.provisional
    assert second.on > first.on


def test_an_extension_past_the_end_of_time_is_refused_in_chinese():
    with pytest.raises(DeadlineError, match="请核对"):
        Timeline(D("9999-06-01"), Span.parse("1m"), (Span.parse("12m"),)).state(CALENDAR)
