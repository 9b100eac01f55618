"""A phone that loses the network in a round: the answer is kept, and sent once when it is back."""

import re
from typing import Any

import pytest

from .conftest import WIDTHS

pytestmark = pytest.mark.browser


def test_an_answer_given_without_network_is_kept_and_sent_once(site: str, chromium: Any) -> None:
    wide, high = WIDTHS["phone"]
    context = chromium.new_context(viewport={"width": wide, "height": high})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{site}/talk/")
    page.locator("main ul a").first.click()
    weight = sum(page.evaluate("performance.getEntries().map(e => e.transferSize || 0)"))
    assert weight < 150_000, "a page for phones weighs too much"
    page.locator("main form button").first.click()
    page.locator("#said").wait_for()
    first = page.inner_text("#said")
    sent: list[str] = []
    page.on(
        "request",
        lambda r: sent.append(r.post_data or "") if r.method == "POST" else None,
    )
    page.on("requestfailed", lambda r: sent.pop() if r.method == "POST" else None)
    context.set_offline(True)
    page.get_by_role("button", name="同意", exact=True).click()
    page.get_by_text("没有连上网").wait_for()
    page.get_by_role("button", name="不同意").click()  # a change of mind before it is sent
    page.wait_for_timeout(300)
    assert page.inner_text("#said") == first
    context.set_offline(False)
    page.wait_for_function("old => document.querySelector('#said').innerText !== old", arg=first)
    assert not page.get_by_text("没有连上网").is_visible()
    page.wait_for_timeout(5500)  # the timer has had its turn as well
    answers = [x for x in sent if "statement" in x]
    assert len(answers) == 1
    assert re.search(r"value\"?\s+disagree", answers[0])
    page.goto(page.url.replace("/vote/", "/mine/"))
    assert page.locator("ol.mine > li").count() == 1
    assert "不同意" in page.locator("ol.mine > li").first.inner_text()
    context.close()
