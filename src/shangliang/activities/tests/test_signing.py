"""Signing in: by code, by list, without network; nobody twice, nobody lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from shangliang.activities.actions.merge_ticks import merge_ticks
from shangliang.activities.actions.sign_in import sign_in
from shangliang.activities.actions.tick import tick
from shangliang.activities.heads import heads
from shangliang.activities.models import Attendance, Presence, Tick
from shangliang.activities.signing import code_at
from shangliang.journal.models import Event
from shangliang.procedures.verdicts import Refused

from .helpers import HOUR, MEMBERS, held, own, planned

pytestmark = pytest.mark.django_db


def now_code(row):
    return code_at(row, timezone.now())


def offline(city, row, ticks, device="phone-a", off=timedelta(0), by="organiser"):
    """``ticks``: (key, who, what, minutes ago by the server's clock); ``off``: how fast the phone is."""
    now = timezone.now()
    return merge_ticks(
        city.seat(by),
        row.pk,
        device=device,
        device_now=now + off,
        ticks=[
            {
                "key": key,
                "person": city.people[who].pk if isinstance(who, str) else who,
                "what": what,
                "at": now - timedelta(minutes=ago) + off,
            }
            for key, who, what, ago in ticks
        ],
    )


def test_a_member_signs_in_by_the_code_on_the_wall(city):
    row = held(city, "member")
    sign_in(city.seat("member"), row.pk, code=now_code(row))
    assert Presence.objects.get().attendance == own(city, row, "member")
    assert heads(row).here == 1


def test_signing_in_twice_by_two_ways_counts_once_and_the_first_time_holds(city):
    row = held(city, "member")
    person = city.people["member"].pk
    early = timezone.now() - timedelta(minutes=40)
    tick(city.seat("organiser"), row.pk, people=[person], at=early)
    sign_in(city.seat("member"), row.pk, code=now_code(row))
    sign_in(city.seat("member"), row.pk, code=now_code(row))
    assert Tick.objects.count() == 2
    assert Presence.objects.get().came_at == early
    assert heads(row).here == 1
    # The second scan by the same way changed nothing and is no event of its own.
    assert Event.objects.filter(verb="activity.sign_in").count() == 1


def test_a_code_of_five_minutes_ago_is_refused(city):
    row = held(city, "member")
    old = code_at(row, timezone.now() - timedelta(minutes=5))
    with pytest.raises(Refused, match="不对或已经换了"):
        sign_in(city.seat("member"), row.pk, code=old)
    assert not Tick.objects.exists()


def test_guessing_codes_ends_at_the_clerks_list(city):
    row = held(city, "member")
    wrong = "000000" if now_code(row) != "000000" else "111111"
    for _ in range(10):
        with pytest.raises(Refused, match="不对"):
            sign_in(city.seat("member"), row.pk, code=wrong)
    with pytest.raises(Refused, match="签到台"):
        sign_in(city.seat("member"), row.pk, code=now_code(row))


def test_days_before_one_cannot_sign_in_and_hears_when(city):
    row = planned(city, "member")
    with pytest.raises(Refused, match="现在不能签到：.* 起"):
        sign_in(city.seat("member"), row.pk, code=now_code(row))


def test_who_came_without_being_asked_is_noted_as_such(city):
    row = held(city, "member")
    sign_in(city.seat("member2"), row.pk, code=now_code(row))
    assert own(city, row, "member2").walk_in
    assert heads(row).walk_ins == 1


def test_the_clerk_ticks_and_takes_a_tick_back(city):
    row = held(city, *MEMBERS)
    people = [city.people[k].pk for k in MEMBERS]
    seat = city.seat("organiser")
    tick(seat, row.pk, people=people)
    tick(seat, row.pk, people=people[:1], what="undo")
    assert heads(row).here == 4
    assert Tick.objects.filter(taken_back_at__isnull=False).count() == 1


def test_coming_and_going_are_both_kept(city):
    row = held(city, "member")
    seat, person = city.seat("organiser"), city.people["member"].pk
    tick(seat, row.pk, people=[person], at=timezone.now() - timedelta(minutes=50))
    tick(seat, row.pk, people=[person], what="out")
    found = Presence.objects.get()
    assert found.left_at
    assert found.left_at > found.came_at


def test_ticks_of_an_offline_phone_sent_twice_are_kept_once(city):
    row = held(city, *MEMBERS)
    ticks = [("1", "member", "in", 30), ("2", "member2", "in", 29)]
    first = offline(city, row, ticks)
    again = offline(city, row, [*ticks, ("3", "member3", "in", 5)])
    assert (first.new, again.new, again.known) == (2, 1, 2)
    assert Presence.objects.count() == 3


def test_a_wrong_clock_is_put_right_and_said(city):
    row = held(city, "member")
    offline(city, row, [("1", "member", "in", 20)], off=timedelta(hours=8))
    found = Tick.objects.get()
    assert abs(found.at - (timezone.now() - timedelta(minutes=20))) < timedelta(minutes=1)
    assert found.device_at - found.at > 7 * HOUR
    assert "时钟快 480 分" in found.doubt


def test_a_clock_that_jumped_between_tick_and_sending_is_flagged_not_believed(city):
    row = held(city, "member")
    offline(city, row, [("1", "member", "in", 60 * 24 * 30)])
    found = Tick.objects.get()
    assert found.sitting.starts_at == found.at
    assert "不在活动当时" in found.doubt


def test_a_stranger_on_the_phone_is_named_and_the_others_are_kept(city):
    row = held(city, "member")
    kept = offline(city, row, [("1", "member", "in", 5), ("2", 10**8, "in", 4)])
    assert (kept.new, kept.strangers) == (1, [10**8])


def test_five_hundred_people_from_three_phones_are_merged_exactly_once(
    city, django_assert_max_num_queries
):
    from shangliang.actors.models import Actor

    row = held(city, "member")
    people = Actor.objects.bulk_create(
        Actor(committee=city.committee, kind=Actor.Kind.PERSON, name=f"委员{n}") for n in range(500)
    )
    ids = [p.pk for p in people]
    # Each phone has two thirds of the hall, so that everybody was ticked twice; each sends twice.
    for phone, part in enumerate((ids[:334], ids[167:], ids[:167] + ids[334:])):
        ticks = [(f"{n}", pk, "in", 30 + phone) for n, pk in enumerate(part)]
        for _ in range(2):
            with django_assert_max_num_queries(30):
                offline(city, row, ticks, device=f"phone-{phone}")
    assert Attendance.objects.filter(activity=row).count() == 501
    assert Presence.objects.count() == 500
    assert Tick.objects.count() == 1000
    assert Event.objects.filter(verb="activity.merge_ticks").count() == 3


def test_a_phone_may_send_after_the_activity_was_closed(city):
    from .helpers import closed

    row = closed(city, held(city, "member"))
    assert offline(city, row, [("1", "member", "in", 20)]).new == 1
    assert Presence.objects.count() == 1
