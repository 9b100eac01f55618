"""The shell: modes, the session question, error pages, and a gallery that breaks no policy."""

import re
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from shangliang.procedures.seat import Role, Seat
from shangliang.web import context, nav
from shangliang.web.views import errors, modes

STYLE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", re.IGNORECASE)


@pytest.mark.parametrize("name, attribute", [("dark", 'data-theme="dark"'), ("contrast", 'data-contrast="more"'), ("elder", 'data-elder="1"')])  # fmt: skip
def test_a_mode_is_set_by_the_server_and_goes_back_to_the_page(client: Client, name, attribute):
    answer = client.post(f"/mode/{name}/", {"on": "1", "next": "/parts/?skeleton=desk"})
    assert answer["Location"] == "/parts/?skeleton=desk"
    assert attribute in client.get("/parts/").content.decode()
    client.post(f"/mode/{name}/", {"on": "0", "next": "/parts/"})
    assert attribute not in client.get("/parts/").content.decode()


def test_without_a_choice_the_page_follows_the_system(client: Client):
    assert '<html lang="zh-CN">' in client.get("/parts/").content.decode()


def test_switching_a_mode_is_a_post_with_a_token():
    strict = Client(enforce_csrf_checks=True)
    assert strict.get("/mode/dark/").status_code == 405
    assert strict.post("/mode/dark/", {"on": "1"}).status_code == 403


@pytest.mark.parametrize(
    "away", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""]
)
def test_a_mode_never_leads_to_another_site(away):
    request = RequestFactory().get("/")
    assert modes.local_path(request, away) == "/"


def test_an_unknown_mode_is_not_found(client: Client):
    assert client.post("/mode/neon/").status_code == 404


def test_a_visitor_is_told_so_and_gets_a_token(client: Client):
    answer = client.get("/session/")
    assert answer.json()["who"] == ""
    assert len(answer.json()["csrf"]) == 64
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("status", sorted(errors.WORDS))
def test_an_error_page_says_what_and_how_and_its_number(status):
    answer = errors.show(RequestFactory().get("/x/"), status, text="请先改会办单位。")
    page = answer.content.decode()
    assert answer.status_code == status
    assert "请先改会办单位。" in page
    assert "操作失败" not in page
    assert not STYLE.search(page)


def test_a_refusal_shows_its_reason_escaped():
    page = errors.forbidden(RequestFactory().get("/"), Exception("<b>缺会签</b>")).content.decode()
    assert "&lt;b&gt;缺会签" in page


def test_the_server_error_page_shows_only_a_number_and_logs_it(caplog):
    request = RequestFactory().get("/secret/")
    with caplog.at_level("ERROR", logger="shangliang.errors"):
        page = errors.server_error(request).content.decode()
    number = re.search(r'code">([0-9a-f]{8})<', page)
    assert number
    assert number.group(1) in caplog.text
    assert "secret" not in page


def test_a_forged_form_is_refused_in_words():
    page = errors.csrf(RequestFactory().post("/"), "no cookie")
    assert page.status_code == 403
    assert "没有提交" in page.content.decode()


def test_htmx_gets_the_box_alone():
    request = RequestFactory().get("/")
    request.htmx = SimpleNamespace(boosted=False)
    page = errors.show(request, 409).content.decode()
    assert "<html" not in page
    assert 'role="alert"' in page


@pytest.mark.parametrize("skeleton", ["", "phone", "desk"])
def test_no_part_needs_inline_style_or_script(client: Client, skeleton):
    page = client.get("/parts/", {"skeleton": skeleton}).content.decode()
    assert not STYLE.search(page)
    assert page.count("<h1") == 1


def test_ids_on_the_gallery_are_unique(client: Client):
    ids = re.findall(r'\sid="([^"]+)"', client.get("/parts/").content.decode())
    assert sorted(ids) == sorted(set(ids))


def test_the_menu_names_the_person_and_the_first_role():
    seat = Seat(name="林委员", roles=frozenset({Role.CLERK, Role.MEMBER}))
    assert context.seat_words(seat) == "林委员 · 委员"
    assert context.seat_words(Seat(name="林委员")) == "林委员"
    assert context.seat_words(None) == ""


def test_a_visitor_has_no_menu():
    assert context.who(RequestFactory().get("/"))["key"] == ""


def test_the_shell_asks_the_database_nothing(django_assert_num_queries, db):
    request = RequestFactory().get("/")
    with django_assert_num_queries(0):
        render_to_string("base.html", context.shell(request), request)


def test_a_step_without_an_address_is_left_out_and_one_step_is_current(monkeypatch):
    monkeypatch.setattr(nav, "find", lambda names: "" if "gone" in names else "/x/")
    request = RequestFactory().get("/")
    request.resolver_match = SimpleNamespace(view_name="proposals:list")
    steps = (
        nav.Step("甲", ("gone",)),
        nav.Step("乙", ("a",), ("proposals",)),
        nav.Step("丙", ("b",), ("proposals:",)),
    )
    shown = nav.items(steps, request)
    assert [s["label"] for s in shown] == ["乙", "丙"]
    assert [s["current"] for s in shown] == [True, False]
    request.loop_step = "丙"
    assert [s["current"] for s in nav.items(steps, request)] == [False, True]


def test_even_a_broken_installation_answers_with_its_number(monkeypatch):
    def broken(*args, **kwargs):
        raise ValueError("Missing staticfiles manifest entry")

    monkeypatch.setattr(errors, "render_to_string", broken)
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "编号" in answer.content.decode()
