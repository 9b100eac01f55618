"""Dates, numbers and marks say what the office's own paper says."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.utils import timezone

from shangliang.web.tagkit import dates, marks


@pytest.fixture(autouse=True)
def _in_june_2027(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *a: dt.date(2027, 6, 17))


@pytest.mark.parametrize(
    "day, short, long",
    [
        (dt.date(2027, 6, 30), "6-30", "6 月 30 日"),
        (dt.date(2026, 12, 1), "2026-12-1", "2026 年 12 月 1 日"),
        (None, "—", "—"),
    ],
)
def test_a_date_names_its_year_only_when_it_is_another(day, short, long):
    assert dates.md(day) == short
    assert dates.cn_date(day) == long


def test_a_moment_before_midnight_utc_is_already_the_next_day_in_the_office():
    late = dt.datetime(2027, 6, 29, 16, 30, tzinfo=dt.UTC)
    assert dates.md(late) == "6-30"
    assert dates.clock_time(late) == "6-30 00:30"


@pytest.mark.parametrize(
    "value, said", [(-2.1, "−2.1"), (0, "0"), (None, "—"), ("", "—"), ("-7", "−7")]
)
def test_minus_is_a_minus_and_missing_is_never_zero(value, said):
    assert dates.minus(value) == said


def test_thousands_keep_their_decimals():
    assert dates.thousands(-38900.5) == "−38,900.5"
    assert dates.thousands(None) == "—"


@pytest.mark.parametrize(
    "title, row",
    [
        ("关于健全加装电梯管养机制的提案", "健全加装电梯管养机制"),
        ("建议增设夜间照明", "建议增设夜间照明"),
        ("关于水的提案", "关于水的提案"),  # too short to lose its frame
        ("", ""),
    ],
)
def test_a_queue_row_drops_the_frame_that_every_title_repeats(title, row):
    assert marks.short_title(title) == row


def test_a_lamp_is_a_shape_and_a_word_and_escapes_what_it_says():
    assert marks.lamp("red", "<逾期>") == '<span class="lamp" data-l="red">&lt;逾期&gt;</span>'


@pytest.mark.parametrize(
    "call", [lambda: marks.lamp("orange", "x"), lambda: marks.chip("x", "gold")]
)
def test_a_colour_that_means_nothing_is_refused(call):
    with pytest.raises(ValueError):
        call()


@pytest.mark.parametrize(
    "tags, url",
    [
        ("undo:/undo/3/", "/undo/3/"),
        ("safe undo:/u/", "/u/"),
        ("undo://evil.example/", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_message_offers_undo_only_on_this_site(tags, url):
    assert marks.undo_url(SimpleNamespace(extra_tags=tags)) == url
