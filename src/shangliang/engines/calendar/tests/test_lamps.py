"""What is left, and the lamp."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shangliang.engines.calendar import Calendar, Remaining, lamp, remaining

D = date.fromisoformat
CALENDAR = Calendar()


@pytest.mark.parametrize(
    "today, due_on, expected",
    [
        ("2026-03-09", "2026-03-20", Remaining(9, False, "余 9 个工作日")),
        ("2026-09-30", "2026-10-08", Remaining(1, False, "余 1 个工作日")),
        ("2026-03-20", "2026-03-20", Remaining(0, False, "今日到期")),
        ("2026-03-25", "2026-03-20", Remaining(3, True, "逾期 3 个工作日")),
        ("2026-03-22", "2026-03-20", Remaining(0, True, "已逾期，不足 1 个工作日")),
        ("2026-03-20", "2026-03-22", Remaining(0, False, "余 2 日，均非工作日")),
        ("2026-02-27", "2026-02-28", Remaining(1, False, "余 1 个工作日")),
    ],
)
def test_what_is_left_reads_plainly(today, due_on, expected):
    assert remaining(D(today), D(due_on), CALENDAR) == expected


@pytest.mark.parametrize(
    "today, near, paused, met_on, colour",
    [
        ("2026-03-09", 5, False, None, "green"),
        ("2026-03-12", 5, False, None, "green"),  # six left
        ("2026-03-13", 5, False, None, "yellow"),  # five left
        ("2026-03-20", 5, False, None, "yellow"),
        ("2026-03-20", 0, False, None, "yellow"),
        ("2026-03-19", 0, False, None, "green"),
        ("2026-03-21", 5, False, None, "red"),
        ("2026-03-21", 5, True, None, "pause"),
        ("2026-03-09", 5, True, None, "pause"),
        ("2026-04-01", 5, False, "2026-03-20", "done"),
        ("2026-04-01", 5, True, "2026-03-19", "done"),
        ("2026-04-01", 5, False, "2026-03-21", "late_done"),
    ],
)
def test_the_lamp_of_a_clock_due_on_20_march(today, near, paused, met_on, colour):
    met = D(met_on) if met_on else None
    assert lamp(D(today), D("2026-03-20"), CALENDAR, near, paused, met) == colour


@given(st.dates(date(2000, 1, 1), date(2032, 1, 1)), st.dates(date(2000, 1, 1), date(2032, 1, 1)))
def test_the_lamp_is_red_exactly_when_the_clock_is_overdue(today, due_on):
    left = remaining(today, due_on, CALENDAR)
    assert left.workdays >= 0
    assert (lamp(today, due_on, CALENDAR, 3, False, None) == "red") == left.overdue
