"""The ways round the straight one, on real pages: what a reviewer or a unit does when it is not that simple."""

import re

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", ["phone", "desktop"])
@pytest.mark.parametrize("label", ["退回修改", "不予立案", "分案"])
def test_a_form_opened_at_the_desk_is_seen_whole_from_its_heading(visitor, width, label):
    clerk = visitor("chushen", width)
    clerk.go("/desk/review/")
    page = clerk.page
    choice = page.locator("#actbar").get_by_role("link", name=re.compile(f"^{label}"))
    if not choice.is_visible():
        page.locator("#actbar summary").click()
    choice.click()
    form = page.locator(".verb-form")
    form.wait_for()
    page.wait_for_timeout(400)
    shown = form.evaluate(
        "f => { const h = f.querySelector('h3').getBoundingClientRect();"
        " const x = document.elementFromPoint(h.left + 5, h.top + 5); return f.contains(x); }"
    )
    assert shown, "the heading of the form is covered or out of sight"
    assert page.locator("#actbar details[open]").count() == 0, "the menu lies over the form"
    assert clerk.complaints == []
