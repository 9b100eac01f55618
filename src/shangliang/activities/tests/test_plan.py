"""Planning an activity."""

from datetime import timedelta

import pytest
from django.utils import timezone

from shangliang.activities.actions.plan import plan_activity
from shangliang.activities.models import Activity
from shangliang.journal.models import Event
from shangliang.notices.models import Notice
from shangliang.procedures.verdicts import Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def plan(city, who="organiser", **more):
    start = timezone.now() + 10 * DAY
    data = {
        "kind": "inspection",
        "title": "视察沿河步道",
        "starts_at": start,
        "ends_at": start + timedelta(hours=3),
    }
    return plan_activity(city.seat(who), **data | more)


def test_an_activity_with_people_invites_them_at_once(city):
    people = [city.people[k].pk for k in ("member", "member2")]
    row = plan(city, invitees=[*people, people[0]], place="北岸")
    assert row.state == "open"
    assert row.attendances.count() == 2
    assert all(a.in_time for a in row.attendances.all())
    assert (
        Notice.objects.filter(to_id=people[0], kind="activity.invite", needs_act=True).count() == 1
    )
    assert Event.objects.filter(verb="activity.plan", case_id=row.pk).count() == 1


def test_without_people_it_is_a_draft_with_one_sitting(city):
    row = plan(city)
    assert (row.state, row.sittings.count(), row.notice_days) == ("draft", 1, 3)


def test_a_member_does_not_plan_activities(city):
    with pytest.raises(Refused, match="只有"):
        plan(city, "member")


def test_an_end_before_the_beginning_is_refused_and_nothing_is_kept(city):
    start = timezone.now()
    with pytest.raises(Refused, match="晚于"):
        plan(city, starts_at=start, ends_at=start)
    assert not Activity.objects.exists()


def test_a_person_of_another_committee_is_refused(city):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="sq_")
    with pytest.raises(Refused, match="不属于"):
        plan(city, invitees=[other.people["member"].pk])
    assert not Activity.objects.exists()
