"""Invitations, answers, leave, moves, and what becomes of attendance."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from shangliang.activities.actions.answer_invitation import accept_invitation, decline_invitation
from shangliang.activities.actions.ask_leave import (
    ask_leave,
    grant_leave,
    refuse_leave,
    take_back_leave,
)
from shangliang.activities.actions.cancel_activity import cancel_activity
from shangliang.activities.actions.correct_attendance import correct_attendance
from shangliang.activities.actions.invite import invite
from shangliang.activities.actions.move_activity import move_activity
from shangliang.activities.actions.seat_people import seat_people
from shangliang.activities.actions.sign_up import sign_up
from shangliang.activities.actions.tick import tick
from shangliang.activities.heads import heads
from shangliang.activities.models import Attendance, Correction
from shangliang.activities.outcome import outcome_of
from shangliang.actors.models import Actor, Tie
from shangliang.notices.models import Notice
from shangliang.procedures.verdicts import Refused

from .helpers import DAY, HOUR, MEMBERS, back, closed, held, own, planned

pytestmark = pytest.mark.django_db


def result(city, row, who):
    return outcome_of(own(city, row, who)).key


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


def test_leave_is_granted_and_its_reason_is_nowhere_but_with_the_approver(city, client):
    row = planned(city, "member", "member2")
    ask_leave(city.seat("member"), own(city, row, "member").pk, reason="家人手术")
    for notice in Notice.objects.all():
        assert "手术" not in notice.text
    grant_leave(city.seat("organiser"), own(city, row, "member").pk)
    closed(city, back(row, 1))
    assert result(city, row, "member") == "leave"
    for who, url, sees in (
        ("organiser", f"/activities/{row.pk}/leaves/", True),
        ("organiser", f"/activities/{row.pk}/", False),
        ("leader", f"/activities/{row.pk}/", False),
        ("member", f"/activities/{row.pk}/", True),
        ("member2", f"/activities/{row.pk}/", False),
        ("organiser", f"/exports/attendance.csv?activity={row.pk}", False),
    ):
        client.force_login(city.account(who))
        answer = client.get(url)
        assert answer.status_code == 200, url
        assert ("手术" in answer.getvalue().decode()) is sees, (who, url)
    for who in ("leader", "member2", "editor"):
        client.force_login(city.account(who))
        assert client.get(f"/activities/{row.pk}/leaves/").status_code in (403, 404)


def test_leave_of_a_plenary_is_granted_by_a_leader_not_by_the_organiser(city):
    row = planned(city, "member", kind="plenary", days=30)
    pk = own(city, row, "member").pk
    ask_leave(city.seat("member"), pk, reason="出国")
    with pytest.raises(Refused, match="请假由政协领导批准"):
        grant_leave(city.seat("organiser"), pk)
    grant_leave(city.seat("leader"), pk)


def test_nobody_grants_ones_own_leave(city):
    row = planned(city, "organiser")
    pk = own(city, row, "organiser").pk
    ask_leave(city.seat("organiser"), pk, reason="开会")
    with pytest.raises(Refused, match="不能批自己的假"):
        grant_leave(city.seat("organiser"), pk)


def test_leave_after_the_event_is_refused_with_the_way_to_explain(city):
    row = held(city, "member")
    with pytest.raises(Refused, match="我的履职"):
        ask_leave(city.seat("member"), own(city, row, "member").pk, reason="忘了")
    closed(city, row)
    with pytest.raises(Refused, match="两个版本都保留"):
        ask_leave(city.seat("member"), own(city, row, "member").pk, reason="忘了")


def test_a_third_request_for_leave_is_refused(city):
    row = planned(city, "member")
    pk = own(city, row, "member").pk
    for _ in range(2):
        ask_leave(city.seat("member"), pk, reason="有事")
        refuse_leave(city.seat("organiser"), pk, answer="请尽量到会")
    with pytest.raises(Refused, match="已经请过 2 次"):
        ask_leave(city.seat("member"), pk, reason="还是有事")


def test_leave_taken_back_means_coming(city):
    row = planned(city, "member")
    pk = own(city, row, "member").pk
    ask_leave(city.seat("member"), pk, reason="有事")
    take_back_leave(city.seat("member"), pk)
    assert own(city, row, "member").state == "going"


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
