"""A contest in a browser whose network goes: nothing answered is lost, handed in once, when it is back."""

import os
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from shangliang.journal.tests.conftest import unguarded
from shangliang.study.models import QuizAnswer, QuizEntry

from .helpers import quiz

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = os.environ.get("SHANGLIANG_CHROMIUM", "/usr/bin/chromium")


@pytest.fixture
def page(flushable, city, live_server, quiet) -> Iterator:
    """A member's phone, signed in."""
    if not os.path.exists(CHROMIUM):
        pytest.skip("no Chromium here")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    client = Client()
    client.force_login(city.account("member"), backend="django.contrib.auth.backends.ModelBackend")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": 390, "height": 844}
        )
        cookie = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        yield context.new_page()
        browser.close()


@pytest.fixture(autouse=True)
def flushable(transactional_db) -> Iterator[None]:
    """The log is append-only, also for the flush after a test that committed."""
    yield
    if connection.vendor == "sqlite":
        with unguarded() as sql:
            sql("DELETE FROM journal_event")


def answer_all(page, questions) -> None:
    """Every question right, on the page."""
    for q in questions:
        if q.kind == "fill":
            page.fill(f"#q{q.pk}", str(q.answer[0]))
        for n in q.answer if q.kind != "fill" else ():
            page.check(f"#q{q.pk}-{n}", force=True)


def test_a_contest_answered_without_network_is_handed_in_once_when_it_is_back(city, page):
    row = quiz(city)
    questions = list(row.questions.all())
    says = sync_api.expect
    page.goto(reverse("quiz", args=[row.pk]))
    page.click("text=开始答题")
    page.wait_for_url(f"**{reverse('quiz-sheet', args=[row.pk])}")
    says(page.locator("#quiz-clock")).not_to_be_empty()

    page.context.set_offline(True)
    answer_all(page, questions)
    says(page.locator("#quiz-count")).to_have_text("答了 6/6")
    says(page.locator("#quiz-state")).to_contain_text("答案在本机", timeout=8000)
    assert not QuizAnswer.objects.filter(committee_id=row.committee_id).exists()

    # The phone is put away and the page opened again: what was answered comes from the phone.
    page.context.set_offline(False)
    page.route("**/save/", lambda route: route.abort())
    page.reload()
    says(page.locator("#quiz-count")).to_have_text("答了 6/6")
    page.click("#quiz-hand")
    says(page.locator("#quiz-state")).to_contain_text("有网络时自动交卷", timeout=8000)
    assert QuizEntry.objects.get(committee_id=row.committee_id).state == "running"

    page.unroute("**/save/")
    page.wait_for_url(f"**{reverse('quiz', args=[row.pk])}", timeout=15000)
    says(page.locator("main")).to_contain_text("已交卷")
    entry = QuizEntry.objects.get(committee_id=row.committee_id)
    assert (entry.state, entry.how, entry.right) == ("handed", "self", 6)
    assert QuizAnswer.objects.filter(committee_id=row.committee_id).count() == 6
    assert page.evaluate("localStorage.length") == 0
