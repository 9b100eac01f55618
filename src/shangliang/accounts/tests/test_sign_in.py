"""Signing in: words for every no, a lock after five, a second factor, sessions one can end."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from shangliang.accounts.models import User, Visit
from shangliang.actors.models import Actor, Tie
from shangliang.demo.small import PASSWORD, build_small_city
from shangliang.journal.models import Access, Event
from shangliang.procedures.office_calendar import today

NEW = "Yun-Shui-2027"


def sign_in(client: Client, name: str, password: str = PASSWORD, **extra):
    return client.post("/sign-in/", {"username": name, "password": password} | extra)


def real(city, who: str) -> User:
    """A demonstration account made a real one."""
    account = city.account(who)
    account.demo = False
    account.save()
    return account


def code_of(device: TOTPDevice) -> str:
    return f"{totp(device.bin_key):06d}"


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


def set_up(client: Client, account: User) -> tuple[TOTPDevice, list[str]]:
    client.post("/account/second-factor/", {"begin": "1"})
    device = TOTPDevice.objects.get(user=account)
    page = client.post("/account/second-factor/", {"code": code_of(device)}).content.decode()
    return device, re.findall(r"<li>([a-z2-7]{8})</li>", page)


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
