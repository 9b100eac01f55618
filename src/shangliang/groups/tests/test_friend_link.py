"""本人链接: a friend without an account answers and is named; sees no one else; ends with the consent."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from shangliang.activities.actions.plan import plan_activity
from shangliang.activities.models import Attendance
from shangliang.groups.actions.give_link import give_link
from shangliang.groups.models import Listed, OwnLink
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import do, entry, words

AHEAD = timedelta(days=9)


@pytest.fixture
def friend(city):
    """A friend, asked with a member to a culture day, and the address of the own page."""
    row = entry(city, kind="friend", name="文以载", unit="书画院")
    office, begins = city.seat("organiser"), timezone.now() + AHEAD
    act = plan_activity(
        office, kind="culture", title="非遗进社区", starts_at=begins, place="文化馆",
        ends_at=begins + timedelta(hours=2), invitees=(city.people["member"].pk,),
    )  # fmt: skip
    do("activity", "invite", office, act.pk, people=[row.person_id], role="friend")
    if act.__class__.objects.get(pk=act.pk).state == "draft":
        do("activity", "open_activity", office, act.pk)
    return row, reverse("friend-page", args=[give_link(office, row.pk)])


def test_a_friend_answers_without_an_account_and_sees_nobody_else(city, client, friend):
    row, url = friend
    page = words(client.get(url))
    assert "非遗进社区" in page
    assert city.people["member"].name not in page
    mine = Attendance.objects.get(person=row.person)
    answer = client.post(url, {"row": mine.pk, "act": "accept_invitation"}, follow=True)
    assert "已答复" in words(answer)
    mine.refresh_from_db()
    assert mine.state == "going"
    assert client.get(reverse("activity", args=[mine.activity_id])).status_code == 302


def test_a_friend_cannot_answer_for_a_member_nor_do_another_verb(city, client, friend):
    other = Attendance.objects.get(person=city.people["member"])
    for data in ({"row": other.pk, "act": "accept_invitation"}, {"row": other.pk, "act": "grant_leave"}, {"row": "x"}):  # fmt: skip
        assert client.post(friend[1], data).status_code == 409
    other.refresh_from_db()
    assert other.state == "invited"


def test_the_link_ends_with_the_consent_and_leaves_no_name(city, client, friend):
    row, url = friend
    assert "已撤回" in words(client.post(url, {"act": "withdraw"}))
    assert client.get(url).status_code == 404
    assert not OwnLink.objects.exists()
    row.refresh_from_db()
    assert row.state == "gone"
    assert "文以载" not in str(list(Event.objects.values()))


def test_the_link_is_shut_when_the_consent_is_over(client, friend):
    row, url = friend
    Listed.objects.filter(pk=row.pk).update(until=today() - timedelta(days=1))
    assert client.get(url).status_code == 404


def test_a_new_link_ends_the_old_one_and_only_a_digest_is_kept(city, client, friend):
    row, old = friend
    client.force_login(city.account("organiser"))
    page = words(client.post(reverse("listed-link", args=[row.pk])))
    assert "只显示这一次" in page
    client.logout()
    assert client.get(old).status_code == 404
    live = OwnLink.objects.get(ended_at__isnull=True)
    assert live.digest not in page
    assert old.split("/")[-2] not in str(list(OwnLink.objects.values()))


def test_only_the_office_gives_links_and_only_to_friends(city, friend):
    with pytest.raises(Refused, match="只有"):
        give_link(city.seat("member"), friend[0].pk)
    expert = entry(city, name="甄懂水")
    with pytest.raises(Refused, match="只发给政协之友"):
        give_link(city.seat("organiser"), expert.pk)


def test_the_office_ends_a_link(city, client, friend):
    row, url = friend
    client.force_login(city.account("organiser"))
    client.post(reverse("listed-link", args=[row.pk]), {"act": "end"})
    assert client.get(url).status_code == 404
