"""Invitations, answers, moves: who is asked, who comes, what a change does to both."""

import pytest
from django.utils import timezone

from shangliang.activities.actions.accept_invitation import accept_invitation
from shangliang.activities.actions.cancel_activity import cancel_activity
from shangliang.activities.actions.decline_invitation import decline_invitation
from shangliang.activities.actions.invite import invite
from shangliang.activities.actions.move_activity import move_activity
from shangliang.activities.actions.seat_people import seat_people
from shangliang.activities.actions.sign_up import sign_up
from shangliang.activities.actions.tick import tick
from shangliang.activities.models import Attendance
from shangliang.actors.models import Actor, Tie
from shangliang.notices.models import Notice
from shangliang.procedures.verdicts import Refused

from .helpers import DAY, HOUR, closed, own, planned, result

pytestmark = pytest.mark.django_db


def test_a_member_of_two_sectors_is_asked_once_and_both_are_named(city):
    second = Actor.objects.create(committee=city.committee, kind="sector", name="科技界")
    city.tie("member", Tie.Kind.SECTOR, second)
    row = planned(city)
    bodies = [city.bodies["sector"].pk, second.pk]
    invite(city.seat("organiser"), row.pk, bodies=bodies)
    assert row.attendances.count() == 5
    assert sorted(own(city, row, "member").via) == sorted(bodies)
    to_member = Notice.objects.filter(to=city.people["member"], kind="activity.invite")
    assert to_member.count() == 1


def test_inviting_again_tells_only_who_was_not_told(city):
    row = planned(city, "member")
    invite(city.seat("organiser"), row.pk, everybody="members")
    assert Notice.objects.filter(kind="activity.invite").count() == 5


def test_who_declines_a_meeting_one_must_attend_is_sent_to_asking_leave(city):
    row = planned(city, "member")
    with pytest.raises(Refused, match="请用“请假”"):
        decline_invitation(city.seat("member"), own(city, row, "member").pk)


def test_seats_that_are_taken_are_taken(city):
    row = planned(
        city, kind="visit", open_to="members", capacity=1, invitees=[city.people["member5"].pk]
    )
    sign_up(city.seat("member"), row.pk)
    with pytest.raises(Refused, match="名额 1 个已满"):
        sign_up(city.seat("member2"), row.pk)


def test_an_activity_moved_after_sign_up_asks_again_and_says_what_changed(city):
    row = planned(city, "member", "member2")
    accept_invitation(city.seat("member"), own(city, row, "member").pk)
    later = row.starts_at + 2 * DAY
    move_activity(city.seat("organiser"), row.pk, starts_at=later, ends_at=later + HOUR)
    assert own(city, row, "member").state == "invited"
    text = Notice.objects.filter(to=city.people["member"], kind="activity.move_activity").get().text
    assert "原定" in text
    assert "重新答复" in text


def test_a_move_to_the_day_after_tomorrow_takes_the_absence_out_of_the_base(city):
    row = planned(city, "member", "member2")
    soon = timezone.now() + 2 * DAY
    move_activity(city.seat("organiser"), row.pk, starts_at=soon, ends_at=soon + 3 * HOUR)
    row.refresh_from_db()
    for who in ("member", "member2"):
        assert not own(city, row, who).in_time
    shift = row.starts_at - (timezone.now() - HOUR)
    type(row).objects.filter(pk=row.pk).update(
        starts_at=row.starts_at - shift, ends_at=row.ends_at - shift
    )
    Attendance.objects.filter(activity=row).update(told_at=timezone.now() - shift)
    part = row.sittings.get()
    part.starts_at, part.ends_at = part.starts_at - shift, part.ends_at - shift
    part.save()
    tick(
        city.seat("organiser"), row.pk, people=[city.people["member2"].pk], at=timezone.now() - HOUR
    )
    row.refresh_from_db()
    closed(city, row)
    assert result(city, row, "member") == "late_notice"
    assert result(city, row, "member2") == "present"


def test_a_cancelled_activity_tells_everybody_and_counts_for_nobody(city):
    row = planned(city, "member")
    cancel_activity(city.seat("organiser"), row.pk, reason="场地停电")
    assert Notice.objects.filter(to=city.people["member"], text__contains="停电").exists()
    assert result(city, row, "member") == "void"


def test_groups_and_seats_are_a_list_and_a_name_not_on_it_stores_nothing(city):
    row = planned(city, "member", "member2")
    seat_people(city.seat("organiser"), row.pk, lines="林一舟，第一组，A1\n苏晚禾\t第二组\tA2")
    assert own(city, row, "member2").seat_label == "A2"
    with pytest.raises(Refused, match="名单上没有“张三三”"):
        seat_people(city.seat("organiser"), row.pk, lines="林一舟，第三组\n张三三，第三组")
    assert own(city, row, "member").group_name == "第一组"
    with pytest.raises(Refused, match="排给了两个人"):
        seat_people(city.seat("organiser"), row.pk, lines="林一舟，，A2")
