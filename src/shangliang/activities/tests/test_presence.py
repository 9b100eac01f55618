"""What becomes of attendance: the share that counts, half days, a term that ends, the quorum, corrections."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from shangliang.activities.actions.ask_leave import ask_leave
from shangliang.activities.actions.correct_attendance import correct_attendance
from shangliang.activities.actions.grant_leave import grant_leave
from shangliang.activities.actions.tick import tick
from shangliang.activities.heads import heads
from shangliang.activities.models import Correction
from shangliang.activities.outcome import outcome_of
from shangliang.actors.models import Tie

from .helpers import DAY, HOUR, MEMBERS, back, closed, own, planned, result

pytestmark = pytest.mark.django_db


def test_less_than_two_thirds_counts_as_absent(city):
    row = back(planned(city, "member", "member2", "member3"), 1)
    seat = city.seat("organiser")
    for who, minutes in (("member", 119), ("member2", 121)):
        person = [city.people[who].pk]
        tick(seat, row.pk, people=person, at=row.starts_at)
        tick(seat, row.pk, people=person, what="out", at=row.starts_at + timedelta(minutes=minutes))
    closed(city, row)
    assert result(city, row, "member") == "part"
    assert result(city, row, "member2") == "present"
    assert result(city, row, "member3") == "absent"


def half_days(row_start):
    return [
        (f"第 {n} 单元", row_start + n * 12 * HOUR, row_start + n * 12 * HOUR + 3 * HOUR)
        for n in range(4)
    ]


def plenary(city, *who):
    start = timezone.now() + 30 * DAY
    return planned(
        city,
        *who,
        kind="plenary",
        days=30,
        starts_at=start,
        ends_at=start + 3 * DAY,
        sittings=half_days(start),
    )


def test_a_term_that_ends_in_mid_activity_asks_only_for_the_days_in_office(city):
    # It begins in the evening, at whatever hour this runs: its second half is on the next day.
    evening = timezone.localtime().replace(hour=20) - 5 * DAY
    row = back(plenary(city, "member", "member2"), (timezone.now() - evening) / DAY, told=30)
    first = row.sittings.first()
    last_day = timezone.localdate(first.starts_at)
    Tie.objects.filter(who=city.people["member"], kind="member").update(end=last_day)
    tick(
        city.seat("organiser"),
        row.pk,
        people=[city.people[w].pk for w in ("member", "member2")],
        sitting=first.pk,
        at=first.starts_at,
    )
    closed(city, row)
    mine = outcome_of(own(city, row, "member"))
    assert (mine.key, mine.share) == ("present", Fraction(1))
    other = outcome_of(own(city, row, "member2"))
    assert (other.key, other.halves, other.expected) == ("part", 1, 4)


def test_leave_for_half_days_leaves_the_rest_to_be_attended(city):
    row = plenary(city, "member")
    pk = own(city, row, "member").pk
    ask_leave(city.seat("member"), pk, reason="讲课", sittings=[1, 2])
    grant_leave(city.seat("leader"), pk)
    back(row, 5, told=30)
    for part in row.sittings.all()[2:]:
        tick(
            city.seat("organiser"),
            row.pk,
            people=[city.people["member"].pk],
            sitting=part.pk,
            at=part.starts_at,
        )
    closed(city, row)
    found = outcome_of(own(city, row, "member"))
    assert (found.key, found.expected, found.halves) == ("present", 2, 2)


def test_the_quorum_of_a_standing_meeting_is_shown_and_recorded(city):
    row = back(planned(city, *MEMBERS, kind="standing"), 0.1)
    tick(city.seat("organiser"), row.pk, people=[city.people[w].pk for w in MEMBERS[:3]])
    assert (heads(row).needed, heads(row).enough, heads(row).short) == (4, False, 1)
    tick(city.seat("organiser"), row.pk, people=[city.people["member4"].pk])
    row = closed(city, row)
    assert (row.quorum_of, row.quorum_here) == (5, 4)
    assert heads(row).enough


def test_a_member_invited_to_five_present_three_on_leave_one_stands_at_three_of_four(city):
    """S-050, word for word."""
    keys = []
    for n in range(5):
        row = planned(city, "member", "member2")
        if n == 3:
            pk = own(city, row, "member").pk
            ask_leave(city.seat("member"), pk, reason="住院")
            grant_leave(city.seat("organiser"), pk)
        back(row, 1)
        if n < 3:
            tick(
                city.seat("organiser"), row.pk, people=[city.people["member"].pk], at=row.starts_at
            )
        closed(city, row)
        keys.append(outcome_of(own(city, row, "member")))
    assert sum(o.key == "present" for o in keys) == 3
    assert sum(o.in_base for o in keys) == 4


def test_a_correction_keeps_both_versions(city):
    row = closed(city, back(planned(city, "member"), 1))
    assert result(city, row, "member") == "absent"
    correct_attendance(
        city.seat("organiser"),
        own(city, row, "member").pk,
        outcome="present",
        reason="纸质签到表第 3 行",
    )
    assert result(city, row, "member") == "present"
    kept = Correction.objects.get()
    assert (kept.was, kept.now) == ("缺席", "出席")
