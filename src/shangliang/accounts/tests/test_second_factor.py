"""The second factor: forced where others' matters are handled, good once, asked before the seat."""

import pytest
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from shangliang.journal.models import Access, Event

from .signing import code_of, real, set_up, sign_in


@pytest.mark.parametrize(
    "who", ["clerk", "second", "supervisor", "leader", "admin", "security", "auditor"]
)
def test_a_second_factor_is_forced_where_others_matters_are_handled(city, client, who):
    real(city, who)
    sign_in(client, who)
    for path in ("/account/", "/members/", "/units/"):
        assert client.get(path).url.startswith("/account/second-factor/")


@pytest.mark.parametrize("who", ["member", "staff_housing", "drafter"])
def test_members_and_units_may_but_need_not(city, client, who):
    real(city, who)
    sign_in(client, who)
    assert client.get("/account/").status_code == 200


def test_setting_up_shows_the_code_and_ten_recovery_codes_once(city, client):
    account = real(city, "clerk")
    sign_in(client, "clerk")
    assert "data:image/svg+xml" not in client.get("/account/second-factor/").content.decode()
    client.post("/account/second-factor/", {"begin": "1"})
    assert "data:image/svg+xml;base64," in client.get("/account/second-factor/").content.decode()
    wrong = client.post("/account/second-factor/", {"code": "000000"})
    assert wrong.status_code == 422
    _, codes = set_up(client, account)
    assert len(codes) == 10
    assert client.get("/members/").status_code == 200
    account.refresh_from_db()
    assert account.second_factor
    event = Event.objects.get(verb="account.second_on")
    assert not set(codes) & set(str(event.detail).split())


def test_the_code_is_asked_at_the_next_sign_in_and_no_code_works_twice(city):
    account = real(city, "clerk")
    first = Client()
    sign_in(first, "clerk")
    device, codes = set_up(first, account)
    other = Client()
    sign_in(other, "clerk")
    assert other.get("/members/").url.startswith("/sign-in/second/")
    device.refresh_from_db()
    replayed = code_of(device)  # the code that set the device up
    assert other.post("/sign-in/second/", {"code": replayed}).status_code == 422
    assert other.get("/members/").status_code == 302
    TOTPDevice.objects.update(throttling_failure_count=0)
    answer = other.post("/sign-in/second/", {"code": codes[0], "next": "/members/"})
    assert answer.url == "/members/"
    assert other.get("/members/").status_code == 200
    third = Client()
    sign_in(third, "clerk")
    assert third.post("/sign-in/second/", {"code": codes[0]}).status_code == 422
    assert Access.objects.filter(kind="second_failed").count() == 2


def test_a_gate_that_is_closed_leaves_nobody_in_the_seat(city, client):
    real(city, "clerk")
    sign_in(client, "clerk")
    pk = city.people["member"].pk
    answer = client.post(f"/people/{pk}/edit/", {"name": "改名"})
    assert answer.status_code == 302
    city.people["member"].refresh_from_db()
    assert city.people["member"].name == "林一舟"
