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


@pytest.mark.parametrize("slow", ["verb", "opinion"])
def test_a_verb_pressed_while_the_opinion_is_being_saved_moves_the_whole_desk_on(visitor, slow):
    clerk = visitor("chushen")
    clerk.go("/desk/review/")
    page = clerk.page
    first = page.locator("#opinion-form").get_attribute("action")
    held = []
    pattern = re.compile("/do/" if slow == "verb" else "/opinion/")
    page.route(pattern, lambda route: held.append(route))
    if slow == "verb":
        page.locator("#actbar").get_by_role("button", name=re.compile("^转复审")).click()
        with page.expect_response(re.compile("/opinion/")):
            page.get_by_role("button", name="保存意见").click()
    else:
        page.get_by_role("button", name="保存意见").click()
        with page.expect_response(re.compile("/do/")):
            page.locator("#actbar").get_by_role("button", name=re.compile("^转复审")).click()
    page.wait_for_timeout(300)
    held[0].continue_()
    page.wait_for_timeout(1500)
    judge, case = page.locator("#opinion-form"), page.locator("[data-case]")
    assert judge.get_attribute("action") != first
    assert re.findall(r"\d+", judge.get_attribute("action") or "")[0] in page.url
    assert case.count() == 1
    assert clerk.complaints == []


def test_a_talk_noted_in_the_reply_leaves_no_copy_to_put_back(visitor):
    unit = visitor("zhujian")
    page = unit.page
    unit.go("/unit/?list=open")
    row = page.locator(
        "main form", has=page.get_by_role("button", name=re.compile("写答复|接着写"))
    )
    links = page.get_by_role("link", name=re.compile("写答复|接着写|改了再送"))
    (row.get_by_role("button").first if row.count() else links.first).click()
    page.wait_for_url(re.compile(r"/replies/\d+/"))
    page.get_by_text("记一次沟通…").click()
    page.get_by_label("办中").check()
    page.select_option("select[name$=means]", label="电话")
    page.fill("textarea[name$=note]", "电话里说了进展。")
    page.locator("button[name=act][value=contact]").click()
    page.get_by_text("沟通已记").wait_for()
    page.wait_for_timeout(800)
    assert page.get_by_text("放回来").count() == 0
    assert page.get_by_text("电话里说了进展。").count() == 1


def test_a_register_is_uploaded_without_a_complaint(visitor, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["姓名", "界别"])
    book.active.append(["禾小满", "没有的界别"])
    book.save(tmp_path / "增补.xlsx")
    clerk = visitor("chushen")
    clerk.go("/imports/")
    clerk.page.set_input_files("main input[type=file]", str(tmp_path / "增补.xlsx"))
    clerk.page.get_by_role("button", name=re.compile("上传")).click()
    clerk.page.wait_for_url(re.compile(r"/imports/\d+/"))
    clerk.page.get_by_role("button", name=re.compile("下一步")).click()
    clerk.page.get_by_text("没有“没有的界别”这个界别").wait_for()
    assert clerk.complaints == []
