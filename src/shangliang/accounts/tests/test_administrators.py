"""Three administrators: one opens accounts, one grants, one reads the log; none does business."""

import re

import pytest
from django.test import Client

from shangliang.accounts.models import User
from shangliang.actors.actions.enter_person import enter_person
from shangliang.actors.models import Tie
from shangliang.demo.small import PASSWORD, build_small_city
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.submissions.queries import visible


@pytest.fixture
def as_(city):
    def login(who: str) -> Client:
        client = Client()
        client.force_login(city.account(who))
        return client

    return login


def test_an_account_is_opened_with_a_password_shown_once(city, as_):
    person = enter_person(city.seat("clerk"), name="新来的")
    admin = as_("admin")
    page = admin.post(f"/accounts/{person.pk}/new/", {"username": "xinlai"})
    secret = re.search(r'id="secret">([^<]+)<', page.content.decode())[1]
    assert "no-store" in page["Cache-Control"]
    assert secret not in admin.get(f"/accounts/{person.pk}/").content.decode()
    assert secret not in str(list(Event.objects.values_list("detail", flat=True)))
    client = Client()
    client.post("/sign-in/", {"username": "xinlai", "password": secret})
    assert client.get("/account/").url.startswith("/account/password/")


@pytest.mark.parametrize(
    "name, words", [("member", "已经有人用"), ("a", "3 到 60"), ("a b c", "3 到 60")]
)
def test_a_login_that_cannot_be_is_refused_and_stays_in_the_field(city, as_, name, words):
    person = enter_person(city.seat("clerk"), name="新来的")
    page = as_("admin").post(f"/accounts/{person.pk}/new/", {"username": name})
    assert page.status_code == 422
    assert words in page.content.decode()
    assert f'value="{name}"' in page.content.decode()


def test_disabling_ends_every_session_at_once(city, as_):
    there = Client()
    there.post("/sign-in/", {"username": "member", "password": PASSWORD})
    pk = city.people["member"].pk
    as_("admin").post(f"/accounts/{pk}/disable/")
    assert there.get("/account/").status_code == 302
    assert there.post("/sign-in/", {"username": "member", "password": PASSWORD}).status_code == 422
    as_("admin").post(f"/accounts/{pk}/enable/")
    assert there.post("/sign-in/", {"username": "member", "password": PASSWORD}).status_code == 302
    assert Event.objects.filter(verb="account.disable").count() == 2


def test_a_reset_leaves_the_second_factor_on(city, as_):
    User.objects.filter(pk=city.account("member").pk).update(second_factor=True)
    page = as_("admin").post(f"/accounts/{city.people['member'].pk}/reset/").content.decode()
    assert "一次性密码" in page
    account = User.objects.get(pk=city.account("member").pk)
    assert (account.second_factor, account.must_change_password) == (True, True)


def test_the_security_administrator_grants_with_a_basis_and_ends_at_once(city, as_):
    security, pk = as_("security"), city.people["member2"].pk
    form = {"what": "clerk-first", "where": city.committee.pk, "start": today()}
    assert security.post(f"/accounts/{pk}/grant/", form).status_code == 422
    security.post(f"/accounts/{pk}/grant/", form | {"basis": "澄政协办〔2026〕8 号"})
    assert as_("member2").get("/imports/").status_code == 200
    tie = Tie.objects.get(who_id=pk, kind="clerk")
    Tie.objects.filter(pk=tie.pk).update(start="2026-01-01")
    security.post(f"/accounts/ties/{tie.pk}/end/", {"reason": "调离"})
    assert as_("member2").get("/imports/").status_code == 403
    assert set(Event.objects.filter(case_id=pk).values_list("verb", flat=True)) == {
        "tie.bind",
        "tie.unbind",
    }


def test_nobody_grants_to_himself_nor_a_second_of_the_three(city, as_):
    form = {"where": city.committee.pk, "start": today(), "basis": "依据"}
    own = as_("security").post(
        f"/accounts/{city.people['security'].pk}/grant/", form | {"what": "auditor"}
    )
    assert own.status_code == 422
    two = as_("security").post(
        f"/accounts/{city.people['admin'].pk}/grant/", form | {"what": "auditor"}
    )
    assert "不同的人" in two.content.decode()


def test_the_system_administrator_sees_no_business_row(city):
    city.filed()
    for who in ("admin", "security", "auditor"):
        assert not visible(city.seat(who)).exists()


def test_an_account_that_also_serves_another_committee_is_not_one_administrators_alone(city, as_):
    county = build_small_city("四泉县", prefix="sq_")
    county.people["member"].account = city.account("member")
    county.people["member"].save()
    answer = as_("admin").post(f"/accounts/{city.people['member'].pk}/disable/")
    assert answer.status_code == 409
    assert User.objects.get(pk=city.account("member").pk).is_active


def test_another_committees_people_are_not_there(city, as_):
    county = build_small_city("四泉县", prefix="sq_")
    pk = county.people["member"].pk
    assert as_("admin").get(f"/accounts/{pk}/").status_code == 404
    assert as_("admin").post(f"/accounts/{pk}/reset/").status_code == 404
    assert as_("security").post(f"/accounts/{pk}/grant/", {}).status_code == 404


def test_a_pair_that_slipped_in_is_shown_to_the_administrators(city, as_):
    city.tie("admin", Tie.Kind.AUDITOR, city.committee)
    assert "三员没有分开" in as_("security").get("/accounts/").content.decode()
