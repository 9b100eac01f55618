"""Pages: a note sent once, the receipt without account, the desk, papers, statistics, budgets, the wall."""

import io
import zipfile

import pytest
from django.test import Client
from openpyxl import load_workbook

from shangliang.procedures.office_calendar import today
from shangliang.voices import figures
from shangliang.voices.models import Voice

from . import life

pytestmark = pytest.mark.django_db
JSON = {"headers": {"accept": "application/json"}}


def inside(city, who):
    client = Client()
    client.force_login(city.account(who))
    return client


def note(**more):
    return {
        "client_key": "key-1",
        "secrecy": "open",
        "text": life.TEXT,
        "kind": "report",
        "do": "send",
    } | more


def test_a_note_sent_twice_with_one_key_is_one_note_with_one_receipt(city):
    client = inside(city, "member")
    first = client.post("/voices/write/", note(), **JSON).json()
    second = client.post("/voices/write/", note(text="改了一个字再送一次"), **JSON).json()
    assert first["code"] == second["code"]
    assert Voice.objects.get().text == life.TEXT


def test_a_key_of_somebody_else_opens_nothing(city):
    inside(city, "member").post("/voices/write/", note(), **JSON)
    answer = inside(city, "member2").post("/voices/write/", note(), headers={"accept": "text/html"})
    assert answer.status_code in (404, 409)
    assert Voice.objects.count() == 1


def test_autosave_keeps_a_draft_only_after_the_question_of_secrecy(city):
    client = inside(city, "member")
    assert client.post("/voices/keep/", note(secrecy="")).status_code == 422
    assert Voice.objects.count() == 0
    said = client.post("/voices/keep/", note()).json()
    assert said["revision"] == 1
    assert client.post("/voices/keep/", note(text="又写了一句", revision=1)).json()["revision"] == 2
    assert client.post("/voices/keep/", note(text="旧窗口", revision=1)).status_code == 409
    assert Voice.objects.get().state == "draft"


def test_a_form_sent_half_empty_keeps_what_was_typed(city):
    answer = inside(city, "member").post("/voices/write/", note(text="", spot="北井巷 3 号"))
    assert answer.status_code == 422
    assert "北井巷 3 号" in answer.content.decode()
    assert "还没有写看到了什么" in answer.content.decode()


def test_a_citizen_needs_no_account_and_follows_the_matter_by_its_number(city):
    client = Client()
    data = {
        "client_key": "c1",
        "secrecy": "open",
        "text": "公厕七点才开门。",
        "kind": "matter",
        "from_others": "1",
    }
    answer = client.post("/say/", data)
    assert answer.status_code == 302
    voice = Voice.objects.get()
    assert len(voice.public_code) == 17
    assert client.post("/say/", data).url == answer.url  # pressed twice: one matter
    page = client.get(f"/receipt/{voice.public_code}/").content.decode()
    assert "待看件" in page
    assert "公厕" not in page
    life.do("voice", "answer_matter", city.seat("editor"), voice, text="已改为五点半。")
    assert "已改为五点半" in client.get(f"/receipt/{voice.public_code}/").content.decode()
    assert client.get("/receipt/SQ-XXXX-XXXX-XXXX/").status_code == 404


def test_the_firm_answers_on_its_receipt_page(city):
    voice = life.answered(city)
    client = Client()
    answer = client.post(f"/receipt/{voice.public_code}/", {"do": "not", "note": ""})
    assert answer.status_code == 409
    assert (
        client.post(f"/receipt/{voice.public_code}/", {"do": "not", "note": "没到账"}).status_code
        == 302
    )
    assert Voice.objects.get(pk=voice.pk).state == "handling"


def test_a_visitor_who_sends_without_end_is_asked_to_wait_and_loses_nothing(city, monkeypatch):
    from shangliang.voices.views import public

    monkeypatch.setattr(public, "PER_HOUR", 2)
    client = Client()
    for n in range(3):
        data = {"client_key": f"c{n}", "secrecy": "open", "text": f"第 {n} 件", "kind": "matter"}
        answer = client.post("/say/", data)
    assert answer.status_code == 422
    assert "第 2 件" in answer.content.decode()
    assert Voice.objects.count() == 2


def test_staff_enter_a_call_and_it_is_marked_so(city):
    client = inside(city, "editor")
    client.post("/voices/enter/", note(kind="matter", channel="call", source_name="石某"))
    voice = Voice.objects.get()
    assert (voice.channel, voice.entered_by) == ("call", city.people["editor"])
    assert "电话" in client.get(f"/voices/{voice.pk}/").content.decode()


def test_the_desk_works_a_case_in_place_and_shows_the_next(city):
    one, two = life.received(city), life.received(city, "member2")
    client = inside(city, "editor")
    answer = client.post(
        f"/voices/desk/{one.pk}/do/screen/", {"query": "tab=new"}, headers={"HX-Request": "true"}
    )
    assert answer.headers["HX-Push-Url"].endswith(f"case={two.pk}")
    form = client.post(
        f"/voices/desk/{two.pk}/form/not_use/", {"query": "tab=new"}, headers={"HX-Request": "true"}
    )
    assert form.status_code == 422
    assert form.headers["HX-Retarget"] == "#verb-form"
    done = client.post(
        f"/voices/desk/{two.pk}/form/not_use/", {"query": "tab=new", "reason_code": "known"}
    )
    assert done.status_code == 302
    assert Voice.objects.get(pk=two.pk).state == "kept"


def test_alike_notes_are_offered_for_merging_with_the_words_they_share(city):
    life.received(city, "member2")
    life.received(city)
    page = inside(city, "editor").get("/voices/desk/").content.decode()
    assert "可并" in page
    assert "同提" in page


def test_the_author_sees_the_edited_text_beside_the_own_and_says_yes(city):
    voice = life.edited(city)
    life.do("voice", "ask_consent", city.seat("editor"), voice)
    client = inside(city, "member")
    page = client.get(f"/voices/{voice.pk}/consent/").content.decode()
    assert "<del>" in page
    assert "编后正文" in page
    client.post(f"/voices/{voice.pk}/consent/", {"do": "agree"})
    assert Voice.objects.get(pk=voice.pk).state == "agreed"
    assert inside(city, "member2").get(f"/voices/{voice.pk}/consent/").status_code == 404


def test_a_merged_author_sees_the_way_of_the_item_but_not_the_others_words(city):
    lead = life.received(city, text="只有第一位写的话，路灯不亮。")
    other = life.received(city, "member2")
    life.do("voice", "merge_into", city.seat("editor"), other, lead=lead.pk)
    life.do("voice", "edit_text", city.seat("editor"), lead, title="题", text="文")
    life.do("voice", "ask_consent", city.seat("editor"), lead)
    client = inside(city, "member2")
    page = client.get(f"/voices/{other.pk}/").content.decode()
    assert "征作者意见" in page
    assert "只有第一位写的话" not in client.get(f"/voices/{lead.pk}/").content.decode()


def test_an_issue_has_a_red_head_in_word_and_pdf_and_no_source_in_it(city):
    voice = life.signed(city, from_others=True, source_name="石保密")
    issue = life.sent(city, voice)
    client = inside(city, "editor")
    word = client.get(f"/issues/{issue.pk}/paper.docx").content
    text = zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    for words in (
        "社情民意",
        "第1期",
        "总第1期",
        "背街小巷",
        "报送：市委办公室",
        "信编之",
        "梁在望",
    ):
        assert words in text, words
    assert "石保密" not in text
    assert client.get(f"/issues/{issue.pk}/paper.pdf").content.startswith(b"%PDF")


def test_every_number_opens_just_its_parts(city):
    life.sent(city, life.signed(city))
    lead = life.received(city, "member2")
    life.do("voice", "not_use", city.seat("editor"), lead, reason_code="known")
    voice = Voice.objects.filter(state="sent").get()
    life.do("voice", "record_adoption", city.seat("editor"), voice, level="city", form="single",
            outcome="used", by_whom="市委办公室", on=today())  # fmt: skip
    seat = city.seat("editor")
    for figure, count in figures.counted(seat, today().year):
        assert figures.parts(seat, today().year, figure.key)[1].count() == count, figure.key
    numbers = {f.key: n for f, n in figures.counted(seat, today().year)}
    assert (numbers["received"], numbers["kept"], numbers["used"], numbers["city_single"]) == (
        2,
        1,
        1,
        1,
    )
    page = inside(city, "member").get("/voices/statistics/received/").content.decode()
    assert "您能看的 1 件" in page


def test_a_joint_item_counts_half_for_each_author(city):
    lead, other = life.received(city), life.received(city, "member2")
    editor = city.seat("editor")
    life.do("voice", "merge_into", editor, other, lead=lead.pk)
    life.do("voice", "edit_text", editor, lead, title="题", text="文")
    life.do("voice", "ask_consent", editor, lead)
    for who in ("member", "member2"):
        life.do("voice", "agree", city.seat(who), lead)
    life.do("voice", "sign_off", city.seat("leader"), lead)
    life.issued(city, lead)
    life.do("voice", "record_adoption", editor, lead, level="city", form="combined", outcome="used",
            by_whom="市委办公室", on=today())  # fmt: skip
    line = figures.by_sector(city.seat("editor"), today().year)[0]
    assert (line.received, line.used) == (2, 1.0)  # two halves in one sector


@pytest.mark.parametrize("kind", ["voices", "voice-adoptions", "voice-sectors", "firm-cases"])
def test_exports_open_and_are_closed_to_members(city, kind):
    life.sent(city)
    life.answered(city)
    answer = inside(city, "editor").get(f"/exports/{kind}.xlsx")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert load_workbook(io.BytesIO(body)).active.max_row >= 2
    assert inside(city, "member").get(f"/exports/{kind}.xlsx").status_code == 403


PAGES = {
    "editor": ("/voices/desk/", "/issues/", "/voices/statistics/", "/firms/", "/surveys/"),
    "member": ("/voices/mine/", "/voices/write/", "/leads/", "/voices/statistics/"),
    "leader": ("/voices/desk/", "/charges/", "/issues/"),
    "organiser": ("/firms/", "/charges/", "/leads/"),
    "staff_finance": ("/firms/",),
}  # fmt: skip


@pytest.mark.parametrize(("who", "page"), [(w, p) for w, pages in PAGES.items() for p in pages])
def test_pages_ask_little_and_only_for_their_own_committee(
    city, who, page, django_assert_max_num_queries, walled
):
    life.signed(city)
    life.handling(city, "member2")
    for name in ("member3", "member4", "member5"):
        life.received(city, name)
    client = inside(city, who)
    with django_assert_max_num_queries(15):
        assert client.get(page).status_code == 200


def test_the_phone_pages_stay_below_150_kb(city):
    client = inside(city, "member")
    whole = len(client.get("/voices/write/").content) + len(client.get("/voices/mine/").content)
    assert whole < 60_000  # styles and scripts, about 80 KB, come once


def test_lists_do_not_ask_per_row(city, django_assert_max_num_queries):
    for n in range(12):
        life.received(city, ("member", "member2", "member3")[n % 3])
    client = inside(city, "editor")
    with django_assert_max_num_queries(15):
        client.get("/voices/desk/")
