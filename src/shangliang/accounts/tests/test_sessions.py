"""Sessions: listed and ended, ended by idleness and by a day, each with the seat it was opened for."""

from datetime import timedelta

from django.test import Client

from shangliang.accounts.models import Visit
from shangliang.actors.models import Actor, Tie
from shangliang.demo.small import PASSWORD, build_small_city
from shangliang.journal.models import Access
from shangliang.procedures.office_calendar import today

from .signing import NEW, sign_in


def test_other_sessions_are_listed_and_ended(city):
    here, there, third = Client(), Client(), Client()
    for browser in (here, there, third):
        sign_in(browser, "member")
    assert "结束别处的全部登录" in here.get("/account/").content.decode()
    row = Visit.objects.get(session_key=there.session.session_key)
    here.post("/account/sessions/", {"visit": row.pk})
    assert there.get("/account/").status_code == 302
    assert third.get("/account/").status_code == 200
    here.post("/account/sessions/")
    assert third.get("/account/").status_code == 302
    assert here.get("/account/").status_code == 200


def test_ones_own_password_change_ends_the_other_sessions(city):
    here, there = Client(), Client()
    sign_in(here, "member")
    sign_in(there, "member")
    here.post(
        "/account/password/", {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    )
    assert there.get("/account/").status_code == 302
    assert here.get("/account/").status_code == 200


def test_an_idle_session_ends(city, client, settings):
    sign_in(client, "member")
    session = client.session
    session["last"] -= settings.SESSION_IDLE_SECONDS + 1
    session.save()
    assert client.get("/account/").status_code == 302


def test_a_session_ends_after_its_day_however_busy(city, client, settings):
    sign_in(client, "member")
    session = client.session
    session["since"] -= settings.SESSION_COOKIE_AGE + 1
    session.save()
    assert client.get("/account/").status_code == 302


def test_the_key_of_the_session_changes_at_sign_in_and_at_a_change_of_seat(city, client):
    county = build_small_city("四泉县", prefix="sq_")
    twin = county.people["member"]
    twin.account = city.account("member")
    twin.save()
    sign_in(client, "member")
    key = client.session.session_key
    page = client.get("/seat/").content.decode()
    assert "四泉县" in page
    client.post("/seat/", {"seat": twin.pk, "next": "/account/"})
    assert client.session.session_key != key
    assert "四泉县" in client.get("/account/").content.decode()
    assert client.get(f"/people/{city.people['member2'].pk}/").status_code == 404
    assert client.get(f"/people/{county.people['member2'].pk}/").status_code == 200
    assert Access.objects.filter(kind="seat", person=twin).count() == 1


def test_somebody_elses_seat_is_not_sat_in(city, client):
    sign_in(client, "member")
    client.post("/seat/", {"seat": city.people["clerk"].pk})
    assert "林一舟" in client.get("/account/").content.decode()


def test_a_refused_page_says_why_and_is_written_down(city, client):
    client.force_login(city.account("member"))
    answer = client.get("/imports/")
    assert answer.status_code == 403
    assert "提案委工作人员" in answer.content.decode()
    row = Access.objects.get(kind="denied")
    assert (row.person, row.detail) == (city.people["member"], {"view": "imports"})


def test_an_account_without_a_person_is_told_so_instead_of_turning_in_a_circle(city, client):
    Actor.objects.filter(account=city.account("member")).update(active=False)
    assert "还没有对应到人员" in sign_in(client, "member").content.decode()


def test_a_tie_that_ends_today_gives_the_role_until_midnight(city, client):
    Tie.objects.filter(who=city.people["clerk"], kind="clerk").update(
        end=today() - timedelta(days=1)
    )
    client.force_login(city.account("clerk"))
    assert client.get("/imports/").status_code == 403


def test_pages_of_accounts_keep_their_query_budget(city, client, django_assert_max_num_queries):
    client.force_login(city.account("member"))
    client.get("/account/")
    with django_assert_max_num_queries(12):
        client.get("/account/")
    client.force_login(city.account("security"))
    client.get("/account/")
    with django_assert_max_num_queries(12):
        client.get("/accounts/")
    with django_assert_max_num_queries(12):
        client.get(f"/accounts/{city.people['clerk'].pk}/")
    with django_assert_max_num_queries(8):
        Client().get("/demo/")
