"""A speech read by keyboard: source and findings light each other, decisions stand, tasks are made."""

import re

import pytest

pytestmark = pytest.mark.browser

SPEECH = """在全市项目建设推进会上的讲话
同志们：
一、看清形势
一季度，全市固定资产投资增长5.0%，四泉县固定资产投资下降2.1%。
二、抓实重点
市住建局要在年底前查清资金支出慢的原因，逐个小区列出清单。市财政局要按月通报拨付情况，年底前汇总一次。
助餐点的事还要再想想办法。
希望大家高度重视，切实抓好落实。
"""


def taken_in(person) -> str:
    person.go("/documents/new/")
    page = person.page
    page.get_by_label("或者粘贴文字").fill(SPEECH)
    page.get_by_label("讲话或成文日期").fill("2026-11-20")
    page.get_by_role("button", name="收下，开始读").click()
    page.wait_for_url(re.compile(r"/documents/\d+/$"))
    return re.search(r"/documents/\d+/", page.url).group()


def card(page, words):
    return page.locator("article[data-e]", has=page.locator("h3", has_text=words)).first


def test_a_speech_is_worked_by_keyboard_and_becomes_tasks(visitor):
    person = visitor("ducha")
    page = person.page
    path = taken_in(person)
    person.go(f"{path}?kind=task")
    current = page.locator("article[data-e][aria-current]")
    assert "查清资金支出慢" in current.inner_text()
    # The finding lights its sentence.
    assert "查清资金支出慢" in page.locator(".src .on").first.inner_text()
    # J to the next, K back; the light goes along.
    page.keyboard.press("j")
    assert "通报拨付情况" in page.locator(".src .on").first.inner_text()
    page.keyboard.press("k")
    page.keyboard.press("a")
    card(page, "查清资金支出慢").get_by_text("已采纳").wait_for()
    # The next undecided one is current; X asks what is wrong and counts it.
    current = page.locator("article[data-e][aria-current]")
    assert "通报拨付" in current.inner_text()
    page.keyboard.press("x")
    current.get_by_role("button", name="期限不对").click()
    page.get_by_text("不对在：期限不对").wait_for()
    # The sentence lights its finding.
    page.locator(".src .lit", has_text="查清资金支出慢").first.click()
    assert "查清资金支出慢" in page.locator("article[data-e][aria-current]").inner_text()
    # U brings back, E mends in place.
    page.keyboard.press("j")
    page.keyboard.press("u")
    page.locator("article[data-e][aria-current]").get_by_text("系统拟，待您定").wait_for()
    page.keyboard.press("e")
    form = page.locator(".verb-form")
    form.wait_for()
    form.get_by_label("写成").fill("按月通报资金拨付情况")
    form.get_by_role("button", name="修改").click()
    card(page, "按月通报资金拨付情况").wait_for()
    page.locator(".verb-form").wait_for(state="detached")
    page.locator("article[data-e][aria-current]", has_text="按月通报资金拨付情况").wait_for()
    page.wait_for_timeout(300)  # the page settles: focus leaves the form's field
    page.keyboard.press("a")
    page.locator("article[data-state=accepted]").nth(1).wait_for()
    # One act makes tasks of all that was accepted.
    page.get_by_role("link", name=re.compile("立为任务…")).first.click()
    page.get_by_label("谁交办、批示或认领").fill("市长")
    page.get_by_role("button", name="立为任务", exact=True).click()
    page.wait_for_url(re.compile(r"/documents/\d+/$"))
    assert page.get_by_text("已立为任务 2 项").count() == 1
    person.go(f"{path}?kind=task")
    card(page, "按月通报资金拨付情况").get_by_role("link", name="去看").click()
    page.wait_for_url(re.compile(r"/tasks/\d+/"))
    assert "按月通报资金拨付情况" in page.locator("h1").inner_text()
    assert person.complaints == []


@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_a_sentence_selected_in_the_source_is_marked_by_hand_with_suggestions_off(visitor, width):
    person = visitor("chushen", width)
    page = person.page
    path = taken_in(person)
    person.go(path)
    page.get_by_text("更多", exact=True).click()
    page.get_by_role("button", name="关掉系统拟").click()
    page.wait_for_load_state()
    assert page.locator("article[data-e]").count() == 0
    page.evaluate(
        "() => { const p = [...document.querySelectorAll('.src p')]"
        ".find(p => p.textContent.includes('助餐点'));"
        " const r = document.createRange(); r.selectNodeContents(p);"
        " const s = getSelection(); s.removeAllRanges(); s.addRange(r); }"
    )
    page.keyboard.press("m")
    assert page.locator("#hand-text").input_value() == "助餐点的事还要再想想办法。"
    page.locator("#hand").get_by_label("差距").check()
    page.locator("#hand").get_by_role("button", name="标出").click()
    page.wait_for_load_state()
    mark = page.locator("article[data-e]", has_text="助餐点")
    assert "人工标" in mark.inner_text()
    assert person.fits()
    assert person.complaints == []


def test_without_script_the_same_decisions_are_made(chromium, site):
    context = chromium.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{site}/sign-in/")
    page.fill("input[name=username]", "ducha")
    page.fill("input[name=password]", "shangliang-demo")
    page.locator("main form button").first.click()
    page.goto(f"{site}/documents/new/")
    page.get_by_label("或者粘贴文字").fill(SPEECH)
    page.get_by_label("讲话或成文日期").fill("2026-11-20")
    page.get_by_role("button", name="收下，开始读").click()
    page.goto(page.url + "?kind=task")
    first = page.locator("article[data-e]").first
    first.get_by_role("button", name=re.compile("采纳")).click()
    assert "已采纳" in page.locator("article[data-e]").first.inner_text()
    second = page.locator("article[data-e]").nth(1)
    second.locator("summary", has_text="不对").click()
    second.get_by_role("button", name="单位不对", exact=True).click()
    assert "不对在：单位不对" in page.locator("article[data-e]").nth(1).inner_text()
    context.close()
