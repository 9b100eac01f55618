"""A full hall signs in at the same moment; the clerk's list and phones come on top: nobody twice."""

import pytest
from django.utils import timezone

from shangliang.accounts.seats import seat_of
from shangliang.activities.actions.merge_ticks import merge_ticks
from shangliang.activities.actions.sign_in import sign_in
from shangliang.activities.actions.sign_up import sign_up
from shangliang.activities.actions.tick import tick
from shangliang.activities.models import Attendance, Presence, Tick
from shangliang.activities.signing import code_at
from shangliang.actors.models import Actor, Tie
from shangliang.demo.small import SmallCity, build_small_city
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from tests.at_once import at_once

from .helpers import held, planned

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
HANDS = 25  # connections; each hand signs in eight people, one after another


@pytest.fixture
def town(transactional_db: None) -> SmallCity:
    return build_small_city()


def members(city, count):
    people = Actor.objects.bulk_create(
        Actor(committee=city.committee, kind=Actor.Kind.PERSON, name=f"委员{n}")
        for n in range(count)
    )
    day = timezone.localdate()
    Tie.objects.bulk_create(
        Tie(committee=city.committee, kind="member", who=p, whom=city.committee, start=day)
        for p in people
    )
    return people


def test_two_hundred_sign_in_at_once_by_two_ways_without_loss_or_double(town):
    people = members(town, 200)
    row = held(town, "member")
    code = code_at(row, timezone.now())
    seats = [seat_of(p) for p in people]
    office = town.seat("organiser")
    now = timezone.now()

    def hand(n):
        for seat in seats[n::HANDS]:
            sign_in(seat, row.pk, code=code)

    def clerk():
        for part in range(4):
            tick(office, row.pk, people=[p.pk for p in people[part::4]])

    def phone():
        merge_ticks(
            office, row.pk, device="a", device_now=now,
            ticks=[{"key": str(p.pk), "person": p.pk, "what": "in", "at": now} for p in people],
        )  # fmt: skip

    acts = [lambda n=n: hand(n) for n in range(HANDS)]
    assert at_once([*acts, clerk, phone, phone]) == []
    assert Attendance.objects.filter(activity=row, walk_in=True).count() == 200
    assert Presence.objects.count() == 200
    assert Tick.objects.count() == 600
    assert Event.objects.filter(verb="activity.sign_in").count() == 200
    assert list(verify(town.committee.pk)) == []


def test_the_last_seat_is_taken_once(town):
    people = members(town, 12)
    row = planned(town, "member", kind="visit", open_to="members", capacity=5)
    seats = [seat_of(p) for p in people]
    said = at_once([lambda s=s: sign_up(s, row.pk) for s in seats])
    assert Attendance.objects.filter(activity=row, state="going").count() == 5
    assert len(said) == 7
