"""People on lists: consent, purpose, an end; contacts kept by their keeper alone."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse

from shangliang.actors.models import Tie
from shangliang.groups.actions.add_listed import add_listed
from shangliang.groups.duties import keepers, mine, needs
from shangliang.groups.models import Asking, Listed, Touch
from shangliang.groups.remind import remind_consents, remind_contacts
from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import do, entry, words

DAY = timedelta(days=1)


def test_nobody_is_listed_without_purpose_end_and_consent(city):
    with pytest.raises(Refused, match="没有用途"):
        entry(city, purpose=" ")
    with pytest.raises(Refused, match="已经过了"):
        entry(city, until=today() - DAY)
    with pytest.raises(Refused, match="最长"):
        entry(city, until=today() + timedelta(days=4000))
    row = entry(city, how="")
    assert (row.state, row.consent_on) == ("asked", None)
    with pytest.raises(Refused, match="怎么同意的"):
        do("listed", "agree_listed", city.seat("organiser"), row.pk, until=today() + DAY)


def test_whoever_has_an_account_agrees_himself(city, client):
    row = entry(city, kind="member", person=city.people["member"].pk)
    assert row.state == "asked"  # what the office says of his consent does not count
    assert Notice.objects.filter(to=city.people["member"], kind="listed.ask").exists()
    with pytest.raises(Refused, match="要由本人同意"):
        do(
            "listed",
            "agree_listed",
            city.seat("clerk"),
            row.pk,
            until=today() + DAY,
            how="电话同意",
        )
    client.force_login(city.account("member"))
    url = reverse("listed", args=[row.pk])
    assert "我可以随时撤回" in words(client.get(url))
    client.post(reverse("do", args=["listed", "agree_listed", row.pk]), {"until": today() + DAY})
    row.refresh_from_db()
    assert (row.state, row.how) == ("in", "本人在网上同意")


def test_a_member_enters_the_pool_himself(city, client):
    client.force_login(city.account("member"))
    client.post(reverse("talent-join"), {"fields_": "垃圾分类", "until": today() + DAY})
    row = Listed.objects.get()
    assert (row.state, row.person_id) == ("in", city.people["member"].pk)
    with pytest.raises(Refused, match="工作人员登记"):
        add_listed(city.seat("member"), kind="expert", name="甲", purpose="用", until=today() + DAY)


def test_withdrawal_takes_the_name_out_everywhere_and_keeps_the_counts(city, client):
    row = entry(city, name="甄懂水")
    do("listed", "ask_listed", city.seat("organiser"), row.pk, title="研究", brief="甄懂水来写")
    do(
        "listed",
        "touch",
        city.seat("organiser"),
        row.pk,
        on=today(),
        way="电话",
        note="甄懂水要资料",
    )
    do("listed", "withdraw_listed", city.seat("organiser"), row.pk)
    row.refresh_from_db()
    assert row.state == "gone"
    for model in apps.get_app_config("groups").get_models():
        for one in model.objects.values():
            assert not any("甄懂水" in str(v) or "0000-1112223" in str(v) for v in one.values()), (
                one
            )
    assert (Asking.objects.count(), Touch.objects.count()) == (1, 1)
    client.force_login(city.account("organiser"))
    for url in (
        reverse("talents"),
        f"{reverse('search')}?q=甄懂水",
        reverse("listed", args=[row.pk]),
    ):
        page = words(client.get(url)).replace('value="甄懂水"', "")
        assert "水务设计室" not in page, url
    with pytest.raises(Refused, match="只有"):
        do("listed", "edit_listed", city.seat("organiser"), row.pk)


def test_a_friend_is_a_guest_of_the_register_and_leaves_it_on_withdrawal(city):
    row = entry(city, kind="friend", name="文以载", unit="书画院")
    friend = row.person
    assert friend.account_id is None
    assert not Tie.objects.filter(who=friend).exists()
    do("listed", "withdraw_listed", city.seat("organiser"), row.pk)
    friend.refresh_from_db()
    assert "文以载" not in friend.name
    assert (friend.active, friend.phone, friend.workplace, friend.pinyin.startswith("wen")) == (False, "", "", False)  # fmt: skip


def test_no_field_of_this_room_holds_a_belief_or_a_score(city):
    forbidden = ("belief", "loyal", "mood", "attitude", "score", "religion", "opinion", "stance")
    for model in apps.get_app_config("groups").get_models():
        for field in model._meta.get_fields():
            assert not any(word in field.name for word in forbidden), (model, field.name)


@pytest.mark.parametrize("note", ["信教多年", "思想觉悟一般", "情绪不稳，常发牢骚", "对党的态度"])
def test_a_contact_note_that_judges_a_mind_is_refused(city, note):
    row = entry(city, kind="contact", who="member", name="小甲")
    with pytest.raises(Refused, match="这一条没有保存"):
        do("listed", "touch", city.seat("member"), row.pk, on=today(), way="见面", note=note)
    assert not Touch.objects.exists()


def test_a_keeper_sees_names_the_office_sees_counts(city, client):
    for n in range(6):
        row = entry(city, kind="contact", who="member", name=f"小{n}")
        do("listed", "touch", city.seat("member"), row.pk, on=today(), way="见面", matter="jobs")
    client.force_login(city.account("member"))
    assert "小3" in words(client.get(reverse("contact-duty")))
    client.force_login(city.account("organiser"))
    page = words(client.get(reverse("contact-coverage")))
    assert "小3" not in page
    assert "就业创业" in page
    assert client.get(reverse("listed", args=[row.pk])).status_code == 404
    (line,) = keepers(city.committee.pk)
    assert (line["people"], line["touched"], line["target"]) == (6, 6, 100)
    assert needs(city.committee.pk) == [("就业创业", 6)]
    do("listed", "withdraw_listed", city.seat("member"), row.pk)
    (line,) = keepers(city.committee.pk)
    assert (line["people"], line["gone"]) == (5, 1)
    assert needs(city.committee.pk) == [("就业创业", 6)]


def test_a_need_of_fewer_than_five_is_not_shown(city):
    row = entry(city, kind="contact", who="member", name="小甲")
    do("listed", "touch", city.seat("member"), row.pk, on=today(), way="见面", matter="health")
    assert needs(city.committee.pk) == [("看病", None)]


def test_what_is_due_is_reminded_once_a_month_without_a_name(city):
    row = entry(city, kind="contact", who="member", name="小甲")
    Listed.objects.update(consent_on=today() - timedelta(days=200))
    (due,) = mine(city.seat("member"))
    assert due.late
    assert (remind_contacts(), remind_contacts()) == (1, 0)
    notice = Notice.objects.get(kind="contact.due")
    assert "小甲" not in notice.text
    Listed.objects.update(until=today() - DAY)
    (due,) = mine(city.seat("member"))
    assert (due.late, due.over) == (False, True)
    with pytest.raises(Refused, match="已经到期"):
        do("listed", "touch", city.seat("member"), row.pk, on=today(), way="见面")


def test_a_consent_that_ends_is_told_to_the_person_once(city):
    add_listed(city.seat("member"), kind="member", person=city.people["member"].pk, purpose="用", until=today() + timedelta(days=20), fields="水")  # fmt: skip
    assert (remind_consents(), remind_consents()) == (1, 0)


@pytest.mark.parametrize("name", ["composition", "county-contacts", "talents", "friends", "minimums", "contact-duty", "contact-coverage", "talent-new", "friend-new", "contact-new", "talent-suggest", "team-new"])  # fmt: skip
def test_every_page_opens_with_nothing_in_it(city, client, name, django_assert_max_num_queries):
    client.force_login(city.account("clerk"))
    with django_assert_max_num_queries(18):
        assert client.get(reverse(name)).status_code == 200


def test_bad_input_says_what_is_wrong_and_keeps_what_was_typed(city, client):
    client.force_login(city.account("clerk"))
    answer = client.post(reverse("talent-new"), {"kind": "expert", "name": "", "purpose": "协商用", "until": today() + DAY})  # fmt: skip
    assert answer.status_code == 422
    assert "请写姓名或名称" in words(answer)
    assert "协商用" in words(answer)
    answer = client.post(reverse("minimums"), {"form": "sector", "kind": "study", "least": 2, "year": 2001, "source": "文"})  # fmt: skip
    assert answer.status_code == 422
    assert "不改过去的" in words(answer)
    answer = client.post(reverse("composition"), {"scope": "members", "measure": "women", "way": "least", "value": "140", "percent": "1", "source": "文"})  # fmt: skip
    assert answer.status_code == 422
    assert "0 到 100" in words(answer)
