"""The clerk's list in a browser: kept on the phone, ticked without network, sent once there is one."""

from typing import Any

import pytest

from .conftest import PASSWORD, WIDTHS

pytestmark = pytest.mark.browser


def test_ticks_made_without_network_are_sent_later_and_once(site: str, chromium: Any) -> None:
    wide, high = WIDTHS["phone"]
    context = chromium.new_context(viewport={"width": wide, "height": high})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{site}/sign-in/")
    page.fill("input[name=username]", "zhuanwei")
    page.fill("input[name=password]", PASSWORD)
    page.locator("main button[type=submit], main form button").first.click()
    page.wait_for_load_state()
    page.goto(f"{site}/activities/")
    page.locator("main a", has_text="委员接待日").first.click()
    page.locator("main a", has_text="签到台").first.click()
    state = page.locator("#offline-state")
    page.locator("[data-buttons] button").first.wait_for()
    page.click("#offline-keep")
    state.filter(has_text="已存到本机").wait_for()
    here = page.locator("li[data-person]:not(:has([data-in]:empty))").count()
    free = [
        row.get_attribute("data-person")
        for row in page.query_selector_all("li[data-person]")
        if not row.query_selector("[data-in]").inner_text().strip()
    ][:3]
    context.set_offline(True)
    page.reload()  # from what the phone kept
    page.locator("[data-buttons] button").first.wait_for()
    for person in (*free, free[2]):  # the third is pressed twice: taken back
        page.locator(f"li[data-person='{person}'] [data-buttons] button").first.click()
    state.filter(has_text="2 条在本机").wait_for()
    context.set_offline(False)
    page.click("#offline-send")
    state.filter(has_text="都已送到").wait_for()
    page.reload()
    page.locator("[data-buttons] button").first.wait_for()
    shown = [page.inner_text(f"li[data-person='{p}'] [data-in]").strip() for p in free]
    assert [bool(text) for text in shown] == [True, True, False]
    assert page.locator("li[data-person]:not(:has([data-in]:empty))").count() == here + 2
    context.close()
