"""Tokens of the API: an own seat, an end, a limit; a browser's session writes with the form's token only."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from shangliang.api.models import ApiToken
from shangliang.api.tokens import make, revoke
from shangliang.demo.small import SmallCity
from shangliang.journal.models import Event


def test_without_a_token_nothing_opens(db: None) -> None:
    for path in ("/me", "/proposals", "/proposals/1", "/members", "/procedures"):
        answer = Client().get(f"/api{path}")
        assert answer.status_code == 401, path
        assert answer.json()["kind"] == "auth"
        assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_token_acts_from_its_owners_seat(city: SmallCity, call: Any) -> None:
    said = call("clerk").get("/me").json()
    assert said["person"]["name"] == city.people["clerk"].name
    assert said["roles"] == ["clerk"]


def test_a_token_is_kept_as_a_digest_only(city: SmallCity) -> None:
    row, secret = make(city.seat("member"), name="手机", days=1)
    kept = " ".join(map(str, ApiToken.objects.values_list().get()))
    assert secret not in kept
    assert secret.removeprefix(row.hint) not in kept
    event = Event.objects.get(verb="token.make")
    assert secret not in str(event.detail)


@pytest.mark.parametrize("end", ["revoked", "expired", "account", "person", "sessions", "password"])
def test_an_ended_token_opens_nothing(city: SmallCity, call: Any, end: str) -> None:
    caller = call("member")
    assert caller.get("/me").status_code == 200
    account = city.account("member")
    if end == "revoked":
        revoke(city.seat("member"), caller.row.pk)
    elif end == "expired":
        ApiToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif end == "account":
        account.is_active = False
    elif end == "person":
        city.people["member"].active = False
        city.people["member"].save()
    elif end == "sessions":
        account.session_stamp += 1
    else:
        account.must_change_password = True
    account.save()
    assert caller.get("/me").status_code == 401


def test_nobody_revokes_anothers_token(city: SmallCity, call: Any) -> None:
    caller = call("member")
    other = Client()
    other.force_login(city.account("member2"))
    assert other.post(f"/account/tokens/{caller.row.pk}/revoke/").status_code == 404
    assert caller.get("/me").status_code == 200


def test_the_secret_is_shown_once(city: SmallCity) -> None:
    client = Client()
    client.force_login(city.account("member"))
    made = client.post("/account/tokens/", {"name": "取数", "days": 30})
    assert "sl_" in made.content.decode()
    again = client.get("/account/tokens/").content.decode()
    assert 'class="secret"' not in again
    assert "取数" in again


def test_a_bad_form_keeps_what_was_typed(city: SmallCity) -> None:
    client = Client()
    client.force_login(city.account("member"))
    page = client.post("/account/tokens/", {"name": "取数程序", "days": 9999}).content.decode()
    assert "取数程序" in page
    assert not ApiToken.objects.exists()


def test_too_many_calls_are_asked_to_wait(city: SmallCity, call: Any) -> None:
    caller = call("member")
    with override_settings(API_RATE="3/m"):
        codes = [caller.get("/me").status_code for _ in range(5)]
        last = caller.get("/me")
    assert codes == [200, 200, 200, 429, 429]
    assert last.json()["kind"] == "rate"
    assert int(last["Retry-After"]) > 0


def test_a_browser_session_needs_the_csrf_token_to_write(city: SmallCity) -> None:
    case = city.draft()
    client = Client(enforce_csrf_checks=True)
    client.force_login(city.account("member"))
    assert client.get("/api/me").status_code == 200
    path = f"/api/do/proposal/submit/{case.pk}"
    assert client.post(path).status_code == 403
    client.get("/account/tokens/")
    token = client.cookies["csrftoken"].value
    assert client.post(path, headers={"x-csrftoken": token}).status_code == 200
