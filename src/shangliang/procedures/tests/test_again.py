"""What the database ended to break a tie is done again; nobody who pressed a button notices."""

import threading

import pytest
from django.db import OperationalError

from shangliang.actors.models import Actor
from shangliang.demo.small import build_small_city
from shangliang.journal.anchor import anchor
from shangliang.journal.models import Access, Event
from shangliang.journal.verify import verify
from shangliang.procedures.again import TIMES, again
from shangliang.procedures.perform import lock
from tests.at_once import at_once


class Ended(Exception):
    sqlstate = "40P01"


def ended() -> None:
    raise OperationalError("deadlock detected") from Ended()


def test_inside_an_outer_transaction_it_is_done_once_since_that_one_is_lost(db):
    times = []

    def do() -> None:
        times.append(1)
        ended()

    with pytest.raises(OperationalError):
        again(do)
    assert len(times) == 1


@pytest.mark.django_db(transaction=True)
def test_it_gives_up_after_some_times_and_tells():
    times = []

    def do() -> None:
        times.append(1)
        ended()

    with pytest.raises(OperationalError):
        again(do)
    assert len(times) == TIMES


@pytest.mark.django_db(transaction=True)
def test_any_other_error_of_the_database_is_told_at_once():
    times = []

    def do() -> None:
        times.append(1)
        raise OperationalError("disk full")

    with pytest.raises(OperationalError, match="disk full"):
        again(do)
    assert len(times) == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_that_lock_crosswise_are_both_done():
    city = build_small_city()
    committee = city.committee.pk
    one, other = city.people["member"], city.people["member2"]
    met = threading.Barrier(2)
    tries: list[int] = []

    def crosswise(first: Actor, then: Actor) -> None:
        def do() -> None:
            row = lock(Actor, first.pk, committee)
            tries.append(first.pk)
            if len(tries) <= 2:
                met.wait()  # each holds one row before it asks for the other's
            lock(Actor, then.pk, committee)
            row.post = f"{row.post}改"
            row.save(update_fields=["post"])

        again(do)

    assert at_once([lambda: crosswise(one, other), lambda: crosswise(other, one)]) == []
    assert len(tries) == 3
    assert set(Actor.objects.filter(pk__in=[one.pk, other.pk]).values_list("post", flat=True)) == {
        "改"
    }


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(3))
def test_light_rows_anchored_twice_at_once_are_anchored_once(attempt):
    city = build_small_city()
    city.draft()  # so that there is a chain
    committee = city.committee.pk
    for n in range(20):
        Access.objects.create(
            committee_id=committee, kind="sign_in", at=f"2026-03-01T09:00:{n:02d}+08:00"
        )
    assert at_once([lambda: anchor(committee)] * 3) == []
    assert Event.objects.filter(verb="journal.anchor").count() == 1
    assert list(verify(committee)) == []
