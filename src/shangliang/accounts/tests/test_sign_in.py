"""Signing in: words for every no, a lock after five, a page that walks in for the demonstration."""

import pytest
from django.test import Client

from shangliang.accounts.models import Visit
from shangliang.journal.models import Access

from .signing import sign_in


def test_a_right_password_opens_the_seat_and_is_written_down(city, client):
    answer = sign_in(client, "member", next="/account/")
    assert (answer.status_code, answer.url) == (302, "/account/")
    page = client.get("/account/")
    assert "林一舟" in page.content.decode()
    assert page["Cache-Control"] == "no-store, private"
    row = Access.objects.get(kind="sign_in")
    assert (row.committee, row.person) == (city.committee, city.people["member"])


@pytest.mark.parametrize("name", ["member", "nobody-here", "MEMBER"])
def test_a_wrong_password_reads_the_same_whether_the_account_exists(city, client, name):
    answer = sign_in(client, name, "wrong-one")
    assert answer.status_code == 422
    assert "登录名或密码不对" in answer.content.decode()
    assert f'value="{name}"' in answer.content.decode()
    assert Access.objects.filter(kind="sign_in_failed").count() == 1
    assert "wrong-one" not in str(list(Access.objects.values_list("detail", flat=True)))


def test_five_failures_lock_even_the_right_password_and_the_lock_is_written_down(city, client):
    for n in range(5):
        answer = sign_in(client, "Member" if n % 2 else "member", "wrong")
    assert answer.status_code == 429
    assert "10 分钟后再试" in answer.content.decode()
    assert answer["Retry-After"] == "600"
    assert sign_in(client, "member").status_code == 429
    assert Access.objects.filter(kind="sign_in_locked", person=city.people["member"]).exists()
    assert sign_in(Client(), "member2").status_code == 302


def test_the_last_tries_are_counted_down_in_words(city, client):
    for _ in range(3):
        answer = sign_in(client, "member", "wrong")
    assert "再输错 2 次" in answer.content.decode()


def test_an_address_of_another_site_is_not_gone_to(city, client):
    assert sign_in(client, "member", next="https://evil.example/").url == "/"


def test_signing_out_clears_what_the_browser_kept(city, client):
    sign_in(client, "member")
    answer = client.post("/sign-out/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/account/").status_code == 302
    assert not Visit.objects.exists()


def test_a_demonstration_account_is_refused_outside_demo_mode(city, client, settings):
    sign_in(client, "member")
    settings.DEMO = False
    assert client.get("/account/").status_code == 302
    assert "演示账号" in sign_in(Client(), "member").content.decode()
    assert client.get("/demo/").status_code == 404


def test_one_press_on_the_demo_page_walks_in(city, client):
    page = client.get("/demo/").content.decode()
    for role in ("委员", "提案委初审", "承办单位经办人", "审计管理员"):
        assert role in page
    assert client.post("/demo/", {"role": "supervisor"}).status_code == 302
    assert "督明远" in client.get("/account/").content.decode()
    client.post("/demo/", {"role": "member"})
    assert "林一舟" in client.get("/account/").content.decode()
    assert client.post("/demo/", {"role": "nonsense"}).url == "/demo/"
