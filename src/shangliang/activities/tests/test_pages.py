"""Pages of activities: who sees what, how many questions they ask, what a phone loads."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from shangliang.activities.actions.merge_ticks import MOST
from shangliang.activities.actions.tick import tick
from shangliang.activities.models import Activity, Feed, Tick
from shangliang.activities.signing import code_at

from .helpers import MEMBERS, back, closed, held, planned

pytestmark = pytest.mark.django_db


def many(city, count=30):
    from shangliang.actors.models import Actor

    people = Actor.objects.bulk_create(
        Actor(committee=city.committee, kind=Actor.Kind.PERSON, name=f"委员{n}") for n in range(60)
    )
    rows = [planned(city, "member", title=f"座谈 {n}") for n in range(count)]
    from shangliang.activities.roster import add_people

    add_people(rows[0], [p.pk for p in people])
    return rows


@pytest.mark.parametrize("who", ["member", "organiser", "leader"])
def test_the_list_asks_at_most_twelve_questions(city, client, who, django_assert_max_num_queries):
    many(city)
    client.force_login(city.account(who))
    client.get("/activities/")
    with django_assert_max_num_queries(12):
        assert client.get("/activities/").status_code == 200


@pytest.mark.parametrize("who", ["member", "leader"])
def test_a_page_with_sixty_people_asks_a_fixed_number_of_questions(
    city, client, who, django_assert_max_num_queries
):
    row = many(city, 1)[0]
    client.force_login(city.account(who))
    client.get("/activities/")
    with django_assert_max_num_queries(15):
        assert client.get(f"/activities/{row.pk}/").status_code == 200


@pytest.mark.parametrize("who", ["leader", "organiser", "member"])
@pytest.mark.parametrize("path", ["", "outcome/"])
def test_a_closed_inspection_s_pages_keep_to_fifteen_questions(
    city, client, who, path, django_assert_max_num_queries
):
    row = closed(city, held(city, "member", "member2", kind="supervision"))
    client.force_login(city.account(who))
    client.get("/activities/")
    with django_assert_max_num_queries(15):
        answer = client.get(f"/activities/{row.pk}/{path}")
    assert answer.status_code == (403 if path and who == "member" else 200)


@pytest.mark.parametrize("path", ["", "in/"])
def test_a_phone_page_weighs_less_than_150_kb_with_all_it_loads(city, client, path):
    from pathlib import Path

    import shangliang

    row = held(city, "member")
    client.force_login(city.account("member"))
    page = len(client.get(f"/activities/{row.pk}/{path}").content)
    import gzip

    root = Path(shangliang.__file__).parent
    styles = [
        *root.glob("web/static/shangliang/css/*.css"),
        root / "activities/static/activities/activities.css",
    ]
    scripts = [root / "web/static/shangliang/js" / n for n in ("main.js", "dom.js")]
    import django_htmx

    scripts.append(Path(django_htmx.__file__).parent / "static/django_htmx/htmx-2.min.js")
    whole = page + sum(len(gzip.compress(f.read_bytes())) for f in [*styles, *scripts])
    assert whole < 150 * 1024


def test_the_wall_shows_a_code_that_a_phone_may_type(city, client):
    row = held(city, "member")
    client.force_login(city.account("organiser"))
    wall = client.get(f"/activities/{row.pk}/wall/").content.decode()
    code = code_at(row, timezone.now())
    assert f"{code[:3]} {code[3:]}" in wall
    client.force_login(city.account("member"))
    answer = client.post(f"/activities/{row.pk}/in/", {"code": f"{code[:3]} {code[3:]}"})
    assert answer.status_code == 302
    assert "已签到" in client.get(f"/activities/{row.pk}/in/").content.decode()


def test_a_wrong_code_stays_typed_and_says_why(city, client):
    row = held(city, "member")
    client.force_login(city.account("member"))
    answer = client.post(f"/activities/{row.pk}/in/", {"code": "12"})
    assert answer.status_code == 409
    assert 'value="12"' in answer.content.decode()


def test_the_code_is_on_no_page_of_a_member(city, client):
    row = held(city, "member")
    client.force_login(city.account("member"))
    assert client.get(f"/activities/{row.pk}/wall/").status_code == 403


def test_without_script_the_list_is_ticked_and_sent(city, client):
    row = held(city, *MEMBERS)
    client.force_login(city.account("organiser"))
    people = [city.people[k].pk for k in MEMBERS]
    client.post(f"/activities/{row.pk}/list/", {"people": people, "what": "in"})
    assert Tick.objects.count() == 5


def bundle(city, **more):
    at = timezone.now().isoformat()
    tick = {"key": "k1", "person": city.people["member"].pk, "what": "in", "at": at}
    return {"device": "d1", "now": at, "ticks": [tick | more]}


def post(client, row, data):
    return client.post(
        f"/activities/{row.pk}/list/send/", json.dumps(data), content_type="application/json"
    )


def test_a_phone_sends_its_ticks_as_often_as_it_likes(city, client):
    row = held(city, "member")
    client.force_login(city.account("organiser"))
    data = bundle(city)
    assert post(client, row, data).json() == {"new": 1, "known": 0, "strangers": []}
    assert post(client, row, data).json() == {"new": 0, "known": 1, "strangers": []}


@pytest.mark.parametrize(
    "bad",
    [
        {"at": "yesterday"}, {"at": "2026-11-22T10:00:00"}, {"what": "away"}, {"person": "x"},
        {"person": -1}, {"key": ""}, {"person": 2**40}, {"at": "9999-12-31T23:59:59+00:00"},
    ],
)  # fmt: skip
def test_a_bundle_that_cannot_be_read_is_refused_in_words_and_the_phone_keeps_it(city, client, bad):
    row = held(city, "member")
    client.force_login(city.account("organiser"))
    answer = post(client, row, bundle(city, **bad))
    assert answer.status_code == 422
    assert answer.json()["reason"]
    assert not Tick.objects.exists()


def test_a_bundle_has_a_limit(city, client):
    row = held(city, "member")
    client.force_login(city.account("organiser"))
    data = bundle(city)
    data["ticks"] *= MOST + 1
    assert post(client, row, data).status_code in (413, 422)


def test_the_copied_bundle_can_be_pasted_into_the_form(city, client):
    row = held(city, "member")
    client.force_login(city.account("organiser"))
    answer = client.post(
        f"/do/activity/merge_ticks/{row.pk}/", {"bundle": json.dumps(bundle(city))}
    )
    assert answer.status_code == 302
    assert Tick.objects.count() == 1


def test_the_sheet_comes_as_pdf_and_word(city, client):
    row = closed(city, back(planned(city, *MEMBERS), 1))
    client.force_login(city.account("organiser"))
    assert client.get(f"/activities/{row.pk}/sheet.pdf").content[:5] == b"%PDF-"
    assert client.get(f"/activities/{row.pk}/sheet.docx").content[:2] == b"PK"
    client.force_login(city.account("member"))
    assert client.get(f"/activities/{row.pk}/sheet.pdf").status_code == 403


def test_a_calendar_feed_opens_by_its_secret_and_closes_when_revoked(city, client):
    row = planned(city, "member", title="视察, 北岸; 步道")
    client.force_login(city.account("member"))
    page = client.post("/calendar/feed/", {"act": "make"}).content.decode()
    address = page.split('value="http://testserver')[1].split('"')[0]
    client.logout()
    found = client.get(address)
    text = found.content.decode()
    assert found["Content-Type"].startswith("text/calendar")
    assert "BEGIN:VEVENT" in text
    assert r"视察\, 北岸\; 步道" in text.replace("\r\n ", "")
    assert str(row.pk) in text
    assert Feed.objects.get().digest not in address
    client.force_login(city.account("member"))
    client.post("/calendar/feed/", {"act": "revoke"})
    client.logout()
    assert client.get(address).status_code == 404


def test_the_calendar_names_moved_and_cancelled_activities(city, client):
    from shangliang.activities.actions.cancel_activity import cancel_activity

    row = planned(city, "member")
    client.force_login(city.account("member"))
    page = client.post("/calendar/feed/", {"act": "make"}).content.decode()
    address = page.split('value="http://testserver')[1].split('"')[0]
    cancel_activity(city.seat("organiser"), row.pk, reason="下雨")
    text = client.get(address).content.decode()
    assert "STATUS:CANCELLED" in text
    assert "下雨" not in text


def test_planning_with_a_missing_field_keeps_what_was_typed(city, client):
    client.force_login(city.account("organiser"))
    answer = client.post(
        "/activities/new/", {"kind": "visit", "title": "走访街道", "open_to": "invited"}
    )
    assert answer.status_code == 422
    assert "走访街道" in answer.content.decode()
    start = timezone.localtime() + timedelta(days=5)
    good = {
        "kind": "visit", "title": "走访街道", "open_to": "members",
        "starts_at": f"{start:%Y-%m-%dT09:00}", "ends_at": f"{start:%Y-%m-%dT11:00}",
    }  # fmt: skip
    assert client.post("/activities/new/", good).status_code == 302
    assert timezone.localtime(Activity.objects.get().starts_at).hour == 9


def test_another_committees_activity_is_not_there(city, client):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="sq_")
    row = held(other, "member")
    for who in ("organiser", "member", "leader"):
        client.force_login(city.account(who))
        for path in ("", "in/", "wall/", "list/", "leaves/", "sheet.pdf"):
            assert client.get(f"/activities/{row.pk}/{path}").status_code == 404


def test_who_has_signed_in_is_told_so_and_asked_nothing_more(city, client):
    row = held(city, "member")
    client.force_login(city.account("member"))
    url = reverse("activity", args=[row.pk])
    page = client.get(url).content.decode()
    assert "待答复" in page
    tick(city.seat("organiser"), row.pk, people=[city.people["member"].pk])
    page = client.get(url).content.decode()
    assert "已签到" in page
    assert "签退" in page
    assert "待答复" not in page
    assert "不参加" not in page
