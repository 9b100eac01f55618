"""The scripts in Chromium: nothing typed is lost, the queue is worked by keyboard, no policy broken."""

import os
from collections.abc import Iterator

import pytest
from django.test import Client

from shangliang.actors.models import Actor

from .pages import TEMPER

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("shangliang.web.tests.pages"),
]
CHROMIUM = os.environ.get("SHANGLIANG_CHROMIUM", "/usr/bin/chromium")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser() -> Iterator:
    if not os.path.exists(CHROMIUM):
        pytest.skip("no Chromium here")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_api.sync_playwright() as play:
        yield play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])


@pytest.fixture
def page(browser, live_server, django_user_model, quiet) -> Iterator:
    TEMPER.update(save="ok", asked=0)
    user = django_user_model.objects.create_user("lin", "a long password 1")
    office = Actor.objects.create(kind="committee", name="澄州市政协")
    Actor.objects.create(committee=office, kind="person", name="林委员", account=user)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    context = browser.new_context(base_url=live_server.url)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda m: broken.append(m.text) if "Content Security" in m.text else None)
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    context.close()
    assert not broken


def badge(page, words: str) -> None:
    sync_api.expect(page.locator("[data-save-badge]")).to_contain_text(words, timeout=8000)


def test_a_pause_saves_and_says_when(page):
    page.goto("/write/")
    page.fill("#body", "第一稿")
    badge(page, "已存 10:42:08")
    assert page.input_value("input[name=revision]") == "2"
    assert (
        page.evaluate("Object.keys(sessionStorage).filter((k) => k.startsWith('autosave')).length")
        == 0
    )


def test_what_could_not_be_saved_is_offered_again_after_a_reload(page):
    TEMPER["save"] = "broken"
    page.goto("/write/")
    page.fill("#body", "断网时写的")
    badge(page, "点此重试")
    page.reload()
    page.click("text=放回来")
    assert page.input_value("#body") == "断网时写的"
    TEMPER["save"] = "ok"
    page.fill("#body", "断网时写的，又写")
    badge(page, "已存")


def test_an_ended_session_says_so_and_saves_after_signing_in_again(page):
    page.goto("/write/")
    kept = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    TEMPER["save"] = "signed out"
    page.fill("#body", "过期时写的")
    badge(page, "登录已过期")
    assert page.get_attribute("[data-save-badge] a", "target") == "_blank"
    page.context.add_cookies([c for c in kept if c["name"] == "sessionid"])
    page.context.clear_cookies(name="csrftoken")  # signing in makes a new token
    TEMPER["save"] = "ok"
    page.click("[data-save-badge] >> text=重试")
    badge(page, "已存")


def test_two_writers_both_see_both_texts(page):
    TEMPER["save"] = "other first"
    page.goto("/write/")
    page.fill("#body", "我写的")
    page.wait_for_selector(".clash >> text=对方写的")
    assert page.is_visible(".clash >> text=我写的")
    page.click("text=存我的")
    badge(page, "已存")
    assert page.input_value("#body") == "我写的"


def test_rows_are_added_ordered_removed_and_put_back(page):
    page.goto("/write/")
    page.wait_for_selector("[data-row-up]:visible")
    assert not page.is_visible("input[name=asks-0-ORDER]")
    page.click("text=加一条")
    page.keyboard.type("新的一条")
    assert "新的一条" in page.input_value("input[name=asks-2-text]")
    assert page.input_value("input[name=asks-TOTAL_FORMS]") == "3"
    page.click("[aria-label='第 3 条上移']")
    assert page.input_value("input[name=asks-2-ORDER]") == "2"
    page.click("[aria-label='去掉第 1 条']")
    assert page.is_checked("input[name=asks-0-DELETE]")
    page.click("text=放回来")
    assert not page.is_checked("input[name=asks-0-DELETE]")


def test_pasted_word_text_keeps_its_numbers_and_says_what_was_left_out(page):
    page.goto("/write/")
    page.wait_for_selector("[data-row-up]:visible")
    page.evaluate(
        """() => { const area = document.querySelector('#body'); area.focus(); area.value = '';
        const data = new DataTransfer(); data.setData('text/html', '<p class=MsoNormal>x</p>');
        data.setData('text/plain', '第一条\\r\\n\\r\\n\\r\\n第二条');
        area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, cancelable: true})); }"""
    )
    page.wait_for_selector("text=表格 1 个")
    assert page.input_value("#body") == "一、第一条\n二、第二条"


def test_a_file_too_large_is_refused_before_it_travels(page):
    page.goto("/write/")
    page.wait_for_selector("[data-row-up]:visible")
    page.set_input_files("#up input", {"name": "大.docx", "mimeType": "a/b", "buffer": b"x" * 5000})
    page.wait_for_selector("text=没有选上")
    assert page.evaluate("document.querySelector('#up input').files.length") == 0


def test_a_job_asks_for_itself_until_it_is_done(page):
    page.goto("/write/")
    page.wait_for_selector("text=做完了", timeout=12000)
    assert not page.locator("[data-poll]").count()


def test_a_queue_is_worked_by_keyboard_without_leaving_it(page):
    page.goto("/desk/")
    page.wait_for_selector("[data-keys-switch]:visible")
    page.keyboard.press("x")
    sync_api.expect(page.locator("[data-bulk-count]")).to_have_text("已选 1 件")
    page.keyboard.press("j")
    page.wait_for_selector("[data-item='2'][aria-current]")
    page.wait_for_function("document.activeElement.textContent === '案 2'")
    assert page.is_checked("[data-item='1'] input")
    page.keyboard.press("k")
    page.wait_for_selector("[data-item='1'][aria-current]")
    page.wait_for_function("document.activeElement.textContent === '案 1'")
    page.keyboard.press("e")
    page.wait_for_function("document.activeElement.matches('textarea')")
    page.keyboard.type("jxl")
    assert page.input_value("textarea") == "jxl"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("l")
    sync_api.expect(page.locator("#live")).to_have_text("已立案")
    page.wait_for_function("document.activeElement.textContent === '案 2'")
    page.keyboard.press("n")
    page.wait_for_selector("#messages >> text=还缺理由")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find-q"


def test_single_keys_can_be_switched_off_for_good(page):
    page.goto("/desk/")
    page.click("text=关闭单键")
    page.reload()
    page.wait_for_selector("text=打开单键")
    page.keyboard.press("x")
    assert not page.is_checked("[data-item='1'] input")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("mode", ["", "dark", "contrast", "elder"])
@pytest.mark.parametrize("skeleton", ["", "phone", "desk"])
def test_every_part_is_accessible_and_fits_the_screen(page, live_server, skeleton, mode, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    if mode:
        cookie = {"name": f"mode_{mode}", "value": "1", "url": live_server.url}
        page.context.add_cookies([cookie])
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"/parts/?skeleton={skeleton}")
    page.wait_for_load_state("networkidle")
    found = axe.run(page, options={"runOnly": RULES}).response["violations"]
    assert [(v["id"], v["nodes"][0]["target"]) for v in found] == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
