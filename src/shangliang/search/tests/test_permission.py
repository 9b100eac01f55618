"""What a search may find is what the room says today, of this seat."""

from dataclasses import replace
from datetime import date

import pytest

from shangliang.search import permission
from shangliang.search.sources import SOURCES
from shangliang.submissions.models import Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    permission._templates.clear()
    return next(iter(SOURCES.values()))


def test_a_condition_that_names_today_is_written_anew_each_day(city, source, monkeypatch):
    days = [date(2026, 3, 1)]
    monkeypatch.setattr(permission, "today", lambda: days[0])
    seen = replace(
        source,
        visible=lambda seat: Submission.objects.filter(
            committee_id=seat.committee_id, filed_at__date__lte=days[0]
        ),
    )
    first = permission.of_kind(city.seat("clerk"), seen)
    days[0] = date(2026, 3, 2)
    second = permission.of_kind(city.seat("clerk"), seen)
    assert first is not None
    assert second is not None
    assert first[1] != second[1]


def test_two_seats_of_one_shape_are_filled_in_each_with_its_own_ids(city, source):
    clerk = city.seat("clerk")
    other = replace(clerk, person_id=clerk.person_id + 7, committee_id=clerk.committee_id + 7)
    one, two = permission.of_kind(clerk, source), permission.of_kind(other, source)
    assert one == permission.asked(clerk, source)
    assert two == permission.asked(other, source)


def test_what_a_room_remembers_for_a_request_makes_no_room_be_asked_again(city, monkeypatch):
    permission._templates.clear()
    seat = city.seat("member")
    first = permission.written(seat, list(SOURCES))
    monkeypatch.setattr(permission, "asked", lambda *_: pytest.fail("a room was asked again"))
    assert permission.written(seat, list(SOURCES)) == first
