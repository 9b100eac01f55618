"""A note written on a phone without network: kept there with its photo, sent once, one receipt."""

import io
from typing import Any

import pytest
from PIL import Image

from .conftest import PASSWORD, WIDTHS

pytestmark = pytest.mark.browser


def picture() -> dict[str, Any]:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), "#557766").save(out, "JPEG")
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_a_note_written_without_network_is_sent_later_and_once(site: str, chromium: Any) -> None:
    wide, high = WIDTHS["phone"]
    context = chromium.new_context(viewport={"width": wide, "height": high})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{site}/sign-in/")
    page.fill("input[name=username]", "weiyuan")
    page.fill("input[name=password]", PASSWORD)
    page.locator("main button[type=submit], main form button").first.click()
    page.wait_for_load_state()
    page.goto(f"{site}/voices/write/")
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.reload()  # now under the worker
    page.locator("[data-next]").wait_for()
    context.set_offline(True)
    page.goto(f"{site}/voices/write/")  # the kept page, with nobody's data
    page.get_by_text("现在没有网络").wait_for()
    text = "桥东菜场后门的下水口堵了三天，雨后积水没过脚面。"
    page.check("input[name=secrecy][value=open]")
    page.fill("textarea[name=text]", text)
    page.locator("[data-next]").click()
    page.locator("input[name=area]").first.check()
    page.set_input_files("input[name=photos]", picture())
    page.locator("[data-photo-note]", has_text="已压到").wait_for()
    page.locator("[data-next]").click()
    page.locator("[data-send]").click()
    page.get_by_text("有网时自动送出").first.wait_for()
    context.set_offline(False)
    page.goto(f"{site}/voices/mine/")  # sent before this page was made, or by it
    listed = page.locator("main li", has_text="桥东菜场")
    listed.or_(page.locator("[data-voice-queue] a", has_text="看")).first.wait_for()
    page.goto(f"{site}/voices/mine/")  # opened twice: sent once
    listed.first.wait_for()
    assert listed.count() == 1
    page.locator("main li a", has_text="桥东菜场").click()
    page.wait_for_load_state()
    assert text in page.inner_text("main")
    assert page.locator("main img").count() == 1
    context.close()
