"""The inbox, the preferences, the test button and the log: one's own, and works by plain posts."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from shangliang.journal.models import Event
from shangliang.notices.models import Delivery, Notice, Preference
from shangliang.notices.post import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(city, client: Client) -> Client:
    Notice.objects.all().delete()
    cases = [city.draft(title=f"关于第{n}件的提案") for n in range(2)]
    for case, text, act in (
        (cases[0], "甲：已收到", False),
        (cases[1], "乙：请您会签", True),
        (cases[0], "甲：已立案", False),
    ):
        post(committee_id=city.committee.pk, to=[city.people["member"].pk], kind="x", text=text, case=case, url=f"/proposals/{case.pk}/", needs_act=act)  # fmt: skip
    client.force_login(city.account("member"))
    return client


def test_notices_of_one_case_stand_together(member):
    page = member.get(reverse("messages"))
    groups = page.context["groups"]
    assert [g["first"].text for g in groups] == ["甲：已立案", "乙：请您会签"]
    assert [n.text for n in groups[0]["rest"]] == ["甲：已收到"]


def test_what_waits_for_me_is_one_tab(member):
    page = member.get(reverse("messages"), {"tab": "act"})
    assert [g["first"].text for g in page.context["groups"]] == ["乙：请您会签"]


def test_opening_marks_as_read_and_leads_to_the_case(member):
    row = Notice.objects.get(text="乙：请您会签")
    assert member.get(reverse("message", args=[row.pk]))["Location"] == row.url
    row.refresh_from_db()
    assert row.read_at is None, "a GET changes nothing"
    assert member.post(reverse("message", args=[row.pk]))["Location"] == row.url
    row.refresh_from_db()
    assert row.read_at is not None


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_a_notice_never_leads_to_another_site(member, url):
    row = Notice.objects.first()
    Notice.objects.filter(pk=row.pk).update(url=url)
    assert member.post(reverse("message", args=[row.pk]))["Location"] == reverse("messages")


def test_a_group_or_everything_is_marked_as_read(member):
    groups = member.get(reverse("messages")).context["groups"]
    member.post(reverse("messages-read"), {"ids": groups[0]["ids"]})
    assert Notice.objects.filter(read_at=None).count() == 1
    member.post(reverse("messages-read"), {"all": "1"})
    assert not Notice.objects.filter(read_at=None).exists()


def test_another_persons_notice_is_not_there(city, member):
    row = Notice.objects.first()
    other = Client()
    other.force_login(city.account("member2"))
    assert other.post(reverse("message", args=[row.pk])).status_code == 404
    other.post(reverse("messages-read"), {"ids": str(row.pk)})
    row.refresh_from_db()
    assert row.read_at is None


def test_a_preference_is_kept_and_the_address_stays_out_of_the_log(city, member):
    url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc"
    data = {"email": "never", "webhook": "wecom", "webhook_url": url}
    assert member.post(reverse("messages-preferences"), data).status_code == 302
    row = Preference.objects.get()
    assert (row.email, row.webhook, row.webhook_url) == ("never", "wecom", url)
    said = Event.objects.get(verb="notices.prefer")
    assert said.detail == {"email": "never", "webhook": "wecom"}


def test_a_wrong_address_is_said_at_its_field_and_stays_typed(member):
    data = {"email": "daily", "webhook": "dingtalk", "webhook_url": "https://127.0.0.1/robot"}
    answer = member.post(reverse("messages-preferences"), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "只能填这些服务" in page
    assert "https://127.0.0.1/robot" in page


def test_the_button_sends_a_test_and_says_what_came_of_it(city, member):
    answer = member.post(reverse("messages-test"), {"channel": "email"}, follow=True)
    assert "没有登记电子邮箱" in answer.content.decode()
    person = city.people["member"]
    person.email = "lin@example.org"
    person.save()
    member.post(reverse("messages-test"), {"channel": "email"})
    assert len(mail.outbox) == 1
    assert list(Delivery.objects.values_list("test", flat=True)) == [True, True]
    answer = member.post(reverse("messages-test"), {"channel": "email"}, follow=True)
    assert "过一分钟" in answer.content.decode()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("channel", ["", "sms", "../email"])
def test_an_unknown_channel_sends_nothing(member, channel):
    assert member.post(reverse("messages-test"), {"channel": channel}).status_code == 302
    assert not Delivery.objects.exists()


def test_the_log_is_ones_own(city, member):
    member.post(reverse("messages-test"), {"channel": "email"})
    assert "没发成" in member.get(reverse("messages-log")).content.decode()
    member.force_login(city.account("clerk"))
    assert "还没有发出过" in member.get(reverse("messages-log")).content.decode()


def test_an_empty_inbox_teaches(city, client):
    Notice.objects.all().delete()
    client.force_login(city.account("leader"))
    page = client.get(reverse("messages")).content.decode()
    assert "还没有消息" in page


def test_the_menu_counts_what_is_new(member):
    assert '3<span class="vh"> 条新消息' in member.get(reverse("messages")).content.decode()


@pytest.mark.parametrize("name", ["messages", "messages-preferences", "messages-log"])
def test_a_page_asks_few_questions(member, name, django_assert_max_num_queries):
    member.get(reverse(name))
    with django_assert_max_num_queries(10):
        member.get(reverse(name))
