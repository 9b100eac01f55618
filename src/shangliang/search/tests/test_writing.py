"""While a report is written stands what was said before on its matter; nobody sees a row more by it."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from shangliang.search.index import rebuild
from shangliang.search.pairs_seen import forget
from shangliang.search.related import while_writing
from shangliang.submissions.actions.publish import publish
from shangliang.voices.tests import life

from .test_related import AGAIN, LIGHTS

pytestmark = pytest.mark.django_db
LIFT = "小区加装了电梯，后续管养没有人负责，停了没人修。"
SAID = {"secrecy": "open", "text": AGAIN}


@pytest.fixture
def before(city):
    report = life.received(city, title="背街小巷路灯不亮", text=LIGHTS)
    case = city.replied()
    rebuild(city.committee.pk)
    forget()
    cache.clear()
    return city, report, case


def titles(city, who, text):
    return [r.title for r in while_writing(city.seat(who), "", text)]


def test_the_earlier_report_is_shown_to_its_author_and_the_editor_and_to_no_other_member(before):
    city, report, _ = before
    assert titles(city, "member", AGAIN) == [report.title]
    assert titles(city, "editor", AGAIN) == [report.title]
    assert titles(city, "member2", AGAIN) == []


def test_a_proposal_on_the_matter_is_shown_with_what_was_answered(before):
    city, _, case = before
    (hit,) = while_writing(city.seat("member"), "", LIFT)
    assert hit.url == reverse("proposal", args=[case.pk])
    assert hit.answer
    assert hit.matches


def test_a_report_sent_back_is_not_like_itself(before):
    city, report, _ = before
    assert while_writing(city.seat("member"), "", LIGHTS, report) == []


@pytest.mark.parametrize(
    "post",
    [
        {"text": AGAIN},  # nobody said yet that it is not secret
        {"secrecy": "secret", "text": AGAIN},
        {"secrecy": "open", "text": "路灯"},
        {"secrecy": "open", "text": ""},
        {"secrecy": "open", "text": "羊驼滑翔" * 2000, "pk": "9" * 40},
        {"secrecy": "open", "text": "\x00' OR 1=1 --😀“" * 50, "pk": "-1"},
    ],
    ids=range(6),
)
def test_there_is_silence_before_there_is_something_to_compare(before, client, post):
    city, _, _ = before
    client.force_login(city.account("editor"))
    answer = client.post(reverse("beside-writing"), post)
    assert (answer.status_code, answer.content.decode().strip()) == (200, "")


def test_beside_the_pages_that_write_stands_the_place_it_is_shown_in(
    before, client, django_assert_max_num_queries
):
    city, report, _ = before
    address = reverse("beside-writing")
    client.force_login(city.account("editor"))
    assert address in client.get(reverse("voice-new")).content.decode()
    assert address in client.get(reverse("voice-enter")).content.decode()
    client.post(address, SAID)
    with django_assert_max_num_queries(15):
        part = client.post(address, SAID).content.decode()
    assert report.title in part
    assert "您写的" in part
    assert "<html" not in part


def test_a_citizen_sees_what_is_published_and_nothing_else(before, client):
    city, report, case = before
    address = reverse("beside-saying")
    assert address in client.get(reverse("say")).content.decode()
    here = {"at": str(city.committee.pk), "secrecy": "open"}
    for text in (AGAIN, LIFT):
        assert client.post(address, here | {"text": text}).content.decode().strip() == ""
    publish(city.seat("clerk"), case.pk, checked=True)
    part = client.post(address, here | {"text": LIFT}).content.decode()
    case.refresh_from_db()
    assert reverse("public-proposal", args=[case.public_code]) in part
    assert report.title not in client.post(address, here | {"text": AGAIN}).content.decode()


def test_who_asks_too_often_without_an_account_gets_silence(before, client, monkeypatch):
    city, _, case = before
    publish(city.seat("clerk"), case.pk, checked=True)
    monkeypatch.setattr("shangliang.search.views.writing.PER_HOUR", 1)
    here = {"at": str(city.committee.pk), "secrecy": "open", "text": LIFT}
    address = reverse("beside-saying")
    assert client.post(address, here).content.decode().strip()
    assert client.post(address, here).content.decode().strip() == ""
