"""Why members could not come: one tap, counts only; friendly reminders before and at the beginning (S-050)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from shangliang.activities.causes import book, shown
from shangliang.activities.models import CauseCount, CauseSaid
from shangliang.activities.remind import remind_all
from shangliang.journal.models import Event
from shangliang.notices.models import Notice
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused

from .helpers import back, closed, held, own, planned

pytestmark = pytest.mark.django_db
say = REGISTRY[("attendance", "say_cause")]


def test_who_could_not_come_says_why_by_one_tap_and_only_a_count_is_kept(city, client):
    row = closed(city, held(city, "member", "member2"))
    client.force_login(city.account("member"))
    assert row.title in client.get("/day/").content.decode()
    page = client.get(row.get_absolute_url()).content.decode()
    assert "那天没能来，是因为" in page
    mine = own(city, row, "member")
    client.post(f"/do/attendance/say_cause/{mine.pk}/?next=/day/", {"cause": "clash"})
    assert CauseCount.objects.get().n == 1
    assert CauseSaid.objects.get().attendance_id == mine.pk
    event = Event.objects.get(verb="attendance.say_cause")
    assert "clash" not in str(event.detail)
    assert "那天没能来" not in client.get(row.get_absolute_url()).content.decode()
    assert "点一下原因" not in client.get("/day/").content.decode()
    with pytest.raises(Refused, match="已经说过"):
        say(city.seat("member"), mine.pk, cause="late")


def test_who_came_was_on_leave_or_belongs_to_another_is_not_asked(city):
    row = closed(city, held(city, "member", "member2"))
    with pytest.raises(Refused, match="本人"):
        say(city.seat("member"), own(city, row, "member2").pk, cause="clash")
    with pytest.raises(Refused, match="点一个原因"):
        say(city.seat("member"), own(city, row, "member").pk, cause="mood")
    coming = planned(city, "member")
    with pytest.raises(Refused, match="办结以后"):
        say(city.seat("member"), own(city, coming, "member").pk, cause="clash")


def test_a_cause_is_shown_from_the_least_group_on_and_in_its_steps(city, client):
    year, least = timezone.localdate().year, book().least
    for cause, n in (("clash", least * 2 + 1), ("late", least), ("far", least - 1)):
        CauseCount.objects.create(committee=city.committee, year=year, cause=cause, n=n)
    rows, hidden = shown(city.committee.pk, year)
    assert [(r.label, r.at_least) for r in rows] == [
        ("时间撞了别的会", least * 2),
        ("通知太晚", least),
    ]
    assert hidden
    client.force_login(city.account("organiser"))
    page = client.get("/activities/causes/").content.decode()
    assert "通知太晚" in page
    assert "路远" not in page


def told(row, kind):
    return set(Notice.objects.filter(kind=kind, case_id=row.pk).values_list("to_id", flat=True))


def test_the_day_before_everybody_expected_is_reminded_once_and_who_said_no_is_left_alone(city):
    row = planned(city, "member", "member2", "member3", days=1)
    mine = own(city, row, "member3")
    mine.state = "on_leave"
    mine.save()
    assert remind_all() == 2
    assert remind_all() == 0
    assert told(row, "activity.near") == {city.people["member"].pk, city.people["member2"].pk}


@pytest.mark.parametrize(("minutes", "asked"), [(5, 0), (20, 2), (90, 0)])
def test_who_is_not_here_a_quarter_of_an_hour_on_is_asked_kindly_and_not_later(
    city, minutes, asked
):
    row = back(planned(city, "member", "member2"), minutes / 1440)
    assert remind_all() == asked
    assert len(told(row, "activity.not_here")) == asked


def test_who_signed_in_is_not_asked_where_they_are(city):
    row = back(planned(city, "member", "member2"), 20 / 1440)
    tick = REGISTRY[("activity", "tick")]
    tick(
        city.seat("organiser"),
        row.pk,
        people=[city.people["member"].pk],
        at=timezone.now() - timedelta(minutes=9),
    )
    remind_all()
    assert told(row, "activity.not_here") == {city.people["member2"].pk}
