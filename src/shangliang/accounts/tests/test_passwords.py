"""Passwords: changed when first given, weak ones refused by the rule they break, old ones not taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from shangliang.demo.small import PASSWORD
from shangliang.journal.models import Event

from .signing import NEW, real, sign_in


def test_a_first_password_must_be_changed_before_anything_else(city, client):
    account = city.account("member")
    account.must_change_password = True
    account.initial_until = timezone.now() + timedelta(hours=1)
    account.save()
    sign_in(client, "member")
    assert client.get("/members/").url.startswith("/account/password/")
    answer = client.post(
        "/account/password/",
        {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW, "next": "/members/"},
    )
    assert answer.url == "/members/"
    assert client.get("/members/").status_code == 200
    assert sign_in(Client(), "member", NEW).status_code == 302


def test_a_one_time_password_is_good_for_a_day(city, client):
    account = city.account("member")
    account.must_change_password = True
    account.initial_until = timezone.now() - timedelta(minutes=1)
    account.save()
    assert "已经过期" in sign_in(client, "member").content.decode()


WEAK = [
    ("Short-1a", "至少"), ("lowercaseonly1", "三类"), ("Zhengxie@2026", "太常见"), ("Aa1!Aa1!Aa1!", "太常见"),
    (PASSWORD, "最近 5 次"),
]  # fmt: skip


@pytest.mark.parametrize("new, words", WEAK)
def test_a_weak_password_is_refused_with_the_rule_it_breaks(city, client, new, words):
    client.force_login(city.account("member"))
    answer = client.post(
        "/account/password/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )
    assert answer.status_code == 422
    assert words in answer.content.decode() or "too" in answer.content.decode()
    assert city.account("member").check_password(PASSWORD)


def test_the_asvs_profile_asks_for_no_classes_and_no_rotation(city, client, settings):
    settings.SECURITY_PROFILE = "asvs"
    client.force_login(city.account("member"))
    phrase = "qingchenzheyangtiande yizhangzhi"
    answer = client.post(
        "/account/password/",
        {"old_password": PASSWORD, "new_password1": phrase, "new_password2": phrase},
    )
    assert answer.status_code == 302


def test_none_of_the_last_five_passwords_comes_back(city, client):
    now = PASSWORD
    client.force_login(city.account("member"))

    def change(old, new):
        form = {"old_password": old, "new_password1": new, "new_password2": new}
        return client.post("/account/password/", form).status_code

    for n in range(5):
        assert change(now, f"Yun-Shui-{n}xy") == 302
        now = f"Yun-Shui-{n}xy"
    assert change(now, PASSWORD) == 422
    assert change(now, "Yun-Shui-5xy") == 302
    assert change("Yun-Shui-5xy", PASSWORD) == 302
    assert Event.objects.filter(verb="account.password").count() == 7


def test_a_password_of_ninety_days_is_asked_to_be_changed(city, client):
    account = real(city, "member")
    account.password_changed_at = timezone.now() - timedelta(days=91)
    account.save()
    client.force_login(account)
    assert client.get("/members/").url.startswith("/account/password/")
