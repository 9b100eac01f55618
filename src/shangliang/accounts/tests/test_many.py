"""Accounts for many people at once, handed over on paper."""

import re

import pytest
from django.contrib.auth import authenticate
from django.urls import reverse

from shangliang.accounts.actions.many import MOST, make_accounts
from shangliang.accounts.models import User
from shangliang.actors.models import Actor
from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from shangliang.procedures.verdicts import Refused


def people(city, *names: str) -> list[Actor]:
    return [
        Actor.objects.create(committee=city.committee, kind="person", name=name) for name in names
    ]


def test_each_gets_a_login_of_the_own_name_and_an_event(city):
    first, second = people(city, "田小满", "田小满")
    made = make_accounts(city.seat("admin"), [first.pk, second.pk])
    assert [account.username for _, account, _ in made] == ["tianxiaoman", "tianxiaoman2"]
    assert Event.objects.filter(verb="account.make").count() == 2
    assert all(account.must_change_password for _, account, _ in made)


def test_a_number_given_by_the_office_is_the_login(city):
    (one,) = people(city, "卢望舒")
    Actor.objects.filter(pk=one.pk).update(code="CZ-0117")
    ((_, account, _),) = make_accounts(city.seat("admin"), [one.pk])
    assert account.username == "CZ-0117"


def test_the_slips_show_passwords_that_open_the_door_once(city, client):
    (one,) = people(city, "卢望舒")
    client.force_login(city.account("admin"))
    answer = client.post(reverse("new-accounts"), {"person": [one.pk]})
    text = answer.content.decode()
    login, secret = re.findall(r'class="code">([^<]+)<', text)
    assert authenticate(answer.wsgi_request, username=login, password=secret)
    assert "no-store" in answer["Cache-Control"] or "no-cache" in answer["Cache-Control"]
    again = client.post(reverse("new-accounts"), {"person": [one.pk]}, follow=True)
    assert "都已经有账号" in again.content.decode()


def test_too_many_none_and_strangers_are_refused_with_words(city):
    admin = city.seat("admin")
    with pytest.raises(Refused, match="还没有选人"):
        make_accounts(admin, [])
    with pytest.raises(Refused, match=f"最多开 {MOST} 个"):
        make_accounts(admin, list(range(MOST + 1)))
    other = build_small_city("四泉县", prefix="sq_")
    (stranger,) = people(other, "远方")
    with pytest.raises(Refused, match="都已经有账号"):
        make_accounts(admin, [stranger.pk])
    (mine,) = people(city, "近处")
    with pytest.raises(Refused):
        make_accounts(city.seat("clerk"), [mine.pk])
    assert not User.objects.filter(username__startswith="jinchu").exists()


def test_the_list_of_people_without_accounts_offers_it_to_the_administrator_only(city, client):
    people(city, "卢望舒")
    for who, offered in (("admin", True), ("security", False)):
        client.force_login(city.account(who))
        page = client.get(reverse("accounts") + "?show=none").content.decode()
        assert ("给选中的人开账号" in page) is offered
