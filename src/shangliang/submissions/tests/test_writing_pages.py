"""The writing pages in a browser's words: autosave, bad input, budgets, who may open what."""

import io
import json
from datetime import UTC, datetime

import docx
import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from shangliang.documents.models import Document
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import calendar_of
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.invite import invite
from shangliang.submissions.actions.send_for_approval import send_for_approval
from shangliang.submissions.actions.start import start
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.models import Rating, Submission

EDIT, LIST = 15, 12  # queries: a page, a list
PHONE_BYTES = 150_000


def sheet(case=None, asks=(("请年内印发办法。", ""),), **over):
    """What the page posts."""
    data = {
        "revision": str(case.revision) if case else "0",
        "title": "关于健全加装电梯后续管养机制的提案",
        "situation": "全市已装三百余台。",
        "analysis": "没有约定谁出钱。",
        "consent_public": "1",
        "may_second": "on",
        "asks-TOTAL_FORMS": str(len(asks)),
        "asks-INITIAL_FORMS": "0",
        "asks-MIN_NUM_FORMS": "0",
        "asks-MAX_NUM_FORMS": "40",
    }
    for n, (text, unit) in enumerate(asks):
        data |= {f"asks-{n}-text": text, f"asks-{n}-addressee": unit, f"asks-{n}-ORDER": str(n + 1)}
    return data | over


@pytest.fixture
def writer(city, client):
    client.force_login(city.account("member"))
    return client


def save(client, case, data):
    return client.post(reverse("proposal-save", args=[case.pk]), data)


def fresh(case):
    return Submission.objects.get(pk=case.pk)


def word_file():
    paper = docx.Document()
    for line in (
        "关于完善老旧小区充电设施的提案",
        "一、基本情况",
        "据统计，去年起火 41 起。",
        "二、原因分析",
        "没有明确由谁受理。",
        "三、建议",
        "1. 由市住建局年内出台办法。",
        "2. 由市财政局明年安排补贴。",
    ):
        paper.add_paragraph(line)
    out = io.BytesIO()
    paper.save(out)
    return SimpleUploadedFile("我的提案.docx", out.getvalue())


# --- beginning ----------------------------------------------------------------------------------


def test_opening_the_page_makes_nothing_and_pressing_twice_makes_one(writer, city):
    writer.get("/proposals/new/")
    assert not Submission.objects.exists()
    one = writer.post("/proposals/new/")
    two = writer.post("/proposals/new/")
    assert one["Location"] == two["Location"]
    assert Submission.objects.count() == 1


def test_each_role_is_offered_what_it_may_write(city, client):
    seen = {}
    for who in ("member", "drafter", "clerk"):
        client.force_login(city.account(who))
        seen[who] = client.get("/proposals/new/").content.decode()
    assert "我自己的提案" in seen["member"]
    assert "代委员录入" not in seen["member"]
    assert "写党派提案" in seen["drafter"]
    assert "代委员录入" in seen["clerk"]


def test_a_clerk_finds_the_member_and_enters_for_them(city, client):
    client.force_login(city.account("clerk"))
    page = client.get("/proposals/new/?who=linyi").content.decode()
    assert "代 林一舟 录入" in page
    client.post("/proposals/new/", {"author": city.people["member"].pk})
    case = Submission.objects.get()
    assert (case.author, case.entered_by) == (city.people["member"], city.people["clerk"])
    assert "代 林一舟 录入" in client.get(f"/proposals/{case.pk}/edit/").content.decode()


# --- autosave -----------------------------------------------------------------------------------


def test_autosave_answers_the_time_the_revision_and_the_advice(writer, city):
    case = start(city.seat("member"))
    answer = save(writer, case, sheet(case))
    said = answer.json()
    assert answer.status_code == 200
    assert said["revision"] == 1
    assert len(said["saved_at"]) == 8
    assert "每条建议都有对象" in said["advice"]
    assert fresh(case).situation == "全市已装三百余台。"
    assert fresh(case).recommendations.get().text == "请年内印发办法。"


def test_an_older_revision_brings_both_texts_back_and_overwrites_nothing(writer, city):
    case = start(city.seat("member"))
    save(writer, case, sheet(case))
    answer = save(writer, case, sheet(case, situation="另一窗口的旧稿"))
    said = answer.json()
    assert answer.status_code == 409
    assert said["revision"] == 1
    assert said["fields"]["situation"] == "全市已装三百余台。"
    assert said["fields"]["asks-0-text"] == "请年内印发办法。"
    assert "另一个窗口" in said["words"]
    assert fresh(case).situation == "全市已装三百余台。"


def test_a_saved_ask_stands_beside_the_row_sent_for_it(writer, city):
    case = start(city.seat("member"))
    save(writer, case, sheet(case))
    row = fresh(case).recommendations.get()
    data = sheet(case, asks=[("", ""), ("新写的", ""), ("改过的", "")])
    data["asks-2-id"] = str(row.pk)
    fields = save(writer, case, data).json()["fields"]
    assert fields["asks-2-text"] == "请年内印发办法。"
    assert fields["asks-1-text"] == ""


def test_a_session_over_in_the_middle_of_writing_is_told_in_words_and_nothing_is_lost(writer, city):
    case = start(city.seat("member"))
    writer.logout()
    answer = save(writer, case, sheet(case))
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/json"
    assert "文字还在本页" in answer.json()["error"]
    writer.force_login(city.account("member"))
    assert save(writer, case, sheet(case)).status_code == 200


def test_an_idle_session_is_over_for_autosave_too(writer, city, settings):
    case = start(city.seat("member"))
    session = writer.session
    session["last"] = datetime.now(UTC).timestamp() - settings.SESSION_IDLE_SECONDS - 5
    session.save()
    assert save(writer, case, sheet(case)).status_code == 401


@pytest.mark.parametrize("who, status", [("member2", 404), ("clerk", 404), ("approver", 404)])
def test_nobody_else_saves_into_a_draft(city, client, who, status):
    case = city.draft()
    client.force_login(city.account(who))
    assert save(client, case, sheet(case)).status_code == status
    assert client.get(f"/proposals/{case.pk}/edit/").status_code == status


def test_the_invited_may_read_but_not_write(city, client):
    case = city.draft()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    client.force_login(city.account("member2"))
    assert client.get(f"/proposals/{case.pk}/sign/").status_code == 200
    assert client.get(f"/proposals/{case.pk}/edit/").status_code == 403
    answer = save(client, case, sheet(case))
    assert answer.status_code == 403
    assert fresh(case).title == case.title


def test_a_proposal_handed_in_elsewhere_is_not_saved_and_says_why(writer, city):
    case = city.draft()
    submit(city.seat("member"), case.pk)
    answer = save(writer, case, sheet(case))
    assert answer.status_code == 422
    assert "待审查" in answer.json()["error"]


@pytest.mark.parametrize(
    "over, words",
    [
        ({"title": "长" * 130}, "最多 120 字"),
        ({"asks-TOTAL_FORMS": "坏"}, "看不懂"),
        ({"asks-TOTAL_FORMS": "999999"}, "看不懂"),
        ({"revision": "9" * 40}, ""),
        ({"revision": "abc"}, "看不懂"),
    ],
)
def test_tampered_or_overlong_input_is_answered_in_words(writer, city, over, words):
    case = start(city.seat("member"))
    answer = save(writer, case, sheet(case, **over))
    assert answer.status_code in (409, 422)
    assert words in answer.json().get("error", "")
    assert fresh(case).revision == 0


def test_sixty_thousand_characters_are_saved_by_the_page(writer, city):
    case = start(city.seat("member"))
    text = "停用三天。" * 12_000
    assert save(writer, case, sheet(case, situation=text)).status_code == 200
    assert fresh(case).situation == text


def test_pasted_script_is_stored_as_text_and_shown_inert(writer, city):
    case = start(city.seat("member"))
    evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    data = sheet(case, title=evil, situation=f"</textarea>{evil}", asks=[(evil, "")])
    assert save(writer, case, data).status_code == 200
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    for url in ("edit", "invite"):
        page = writer.get(f"/proposals/{case.pk}/{url}/").content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert "<script>alert" not in writer.get("/proposals/mine/").content.decode()
    writer.force_login(city.account("member2"))
    assert "<script>alert" not in writer.get(f"/proposals/{case.pk}/sign/").content.decode()


def test_pasted_word_rubbish_is_cleaned_and_named(writer, city):
    html = (
        "<html><head><style>p{color:red}</style></head><body><p class=MsoNormal>一、情况<o:p></o:p></p>"
        "<p>有 <b>12</b> 台停用</p><script>alert(1)</script><img src='file:///c:/a.png'></body></html>"
    )
    said = writer.post("/proposals/paste/", {"html": html}).json()
    assert said["text"] == "一、情况\n有 12 台停用"
    assert any("图片" in d for d in said["dropped"])
    writer.logout()
    assert writer.post("/proposals/paste/", {"html": html}).status_code == 401


# --- handing in ---------------------------------------------------------------------------------


def test_the_button_saves_and_hands_in_and_a_second_press_doubles_nothing(writer, city):
    case = start(city.seat("member"))
    url = f"/proposals/{case.pk}/edit/"
    data = sheet(case, do="submit")
    one = writer.post(url, data)
    two = writer.post(url, data)
    assert one["Location"] == two["Location"] == f"/proposals/{case.pk}/sent/"
    assert fresh(case).serial == 1
    page = writer.get(f"/proposals/{case.pk}/sent/").content.decode()
    assert "0001" in page
    assert "接下来" in page
    assert f'data-autosave-done="proposal-{case.pk}"' in page


def test_an_incomplete_proposal_is_saved_and_told_what_is_missing(writer, city):
    case = start(city.seat("member"))
    answer = writer.post(
        f"/proposals/{case.pk}/edit/", sheet(case, asks=[("", "")], title="", do="submit")
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "还缺：案由、至少一条建议" in page
    assert "全市已装三百余台" in page
    assert fresh(case).situation == "全市已装三百余台。"


def test_without_script_a_newer_text_is_shown_beside_what_was_typed(writer, city):
    case = start(city.seat("member"))
    save(writer, case, sheet(case, situation="较新的一版在这里。"))
    answer = writer.post(
        f"/proposals/{case.pk}/edit/", sheet(case, situation="我这边写的。", do="save")
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "较新的一版在这里。" in page
    assert "我这边写的。" in page


def test_words_typed_after_handing_in_elsewhere_stay_on_the_page(writer, city):
    case = city.draft()
    submit(city.seat("member"), case.pk)
    answer = writer.post(
        f"/proposals/{case.pk}/edit/", sheet(fresh(case), situation="第二个窗口里写的。", do="save")
    )
    assert answer.status_code == 409
    assert "第二个窗口里写的。" in answer.content.decode()


def test_a_proposal_handed_in_is_not_opened_for_writing(writer, city):
    case = city.submitted()
    answer = writer.get(f"/proposals/{case.pk}/edit/")
    assert answer["Location"] == f"/proposals/{case.pk}/sent/"


def test_a_drafter_sends_it_to_the_seal_and_the_approver_reads_and_seals(city, client):
    client.force_login(city.account("drafter"))
    client.post("/proposals/new/", {"body": city.bodies["party"].pk})
    case = Submission.objects.get()
    page = client.get(f"/proposals/{case.pk}/edit/").content.decode()
    assert 'value="send_for_approval">送审签' in page
    client.post(f"/proposals/{case.pk}/edit/", sheet(case, do="send_for_approval"))
    assert fresh(case).state == "approving"
    client.force_login(city.account("approver"))
    assert "审签" in client.get("/proposals/mine/").content.decode()
    page = client.get(f"/proposals/{case.pk}/approve/").content.decode()
    assert "请年内印发办法。" in page
    answer = client.post(f"/proposals/{case.pk}/approve/", {"do": "refuse", "note": ""})
    assert answer.status_code == 409
    client.post(f"/proposals/{case.pk}/approve/", {"revision": fresh(case).revision})
    assert fresh(case).state == "submitted"


def test_the_drafter_sees_why_it_came_back(city, client):
    from shangliang.submissions.actions.refuse_approval import refuse_approval

    case = start(city.seat("drafter"), body_id=city.bodies["party"].pk)
    edit(
        city.seat("drafter"),
        case.pk,
        fields={"title": "关于某事的提案", "situation": "有情况。"},
        asks=[{"text": "请办。"}],
    )
    send_for_approval(city.seat("drafter"), case.pk)
    refuse_approval(city.seat("approver"), case.pk, note="请补一个数字。")
    client.force_login(city.account("drafter"))
    assert "请补一个数字。" in client.get(f"/proposals/{case.pk}/edit/").content.decode()


# --- files --------------------------------------------------------------------------------------


def test_a_word_file_is_split_shown_and_put_in_only_by_a_press(writer, city):
    case = start(city.seat("member"))
    save(writer, case, sheet(case, title="", analysis=""))
    answer = writer.post(f"/proposals/{case.pk}/word/", {"file": word_file()})
    preview = answer["Location"]
    page = writer.get(preview).content.decode()
    assert "据统计，去年起火 41 起。" in page
    assert fresh(case).title == ""
    choices = {"title": "replace", "situation": "append", "analysis": "leave", "asks": "append"}
    writer.post(preview, choices | {"revision": fresh(case).revision})
    case = fresh(case)
    assert case.title == "关于完善老旧小区充电设施的提案"
    assert case.situation == "全市已装三百余台。\n据统计，去年起火 41 起。"
    assert case.analysis == ""
    assert case.asks_count == 3
    assert Document.objects.get().kind == "original"


def test_what_was_written_since_the_preview_is_not_replaced_unseen(writer, city):
    case = start(city.seat("member"))
    preview = writer.post(f"/proposals/{case.pk}/word/", {"file": word_file()})["Location"]
    save(writer, case, sheet(case))
    answer = writer.post(preview, {"situation": "replace", "revision": "0"})
    assert answer.status_code == 409
    assert fresh(case).situation == "全市已装三百余台。"


@pytest.mark.parametrize(
    "name, data, words",
    [
        ("改名.docx", b"MZ\x90\x00 program", "不是 .docx 格式"),
        ("表.xlsx", b"PK\x03\x04", "不能上传 .xlsx"),
        ("空.docx", b"", "空的"),
    ],
)
def test_a_disguised_upload_is_refused_in_words_and_never_stored(writer, city, name, data, words):
    case = city.draft()
    answer = writer.post(f"/proposals/{case.pk}/word/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert case.situation in answer.content.decode()
    assert not Document.objects.exists()


def test_attachments_are_added_and_taken_out(writer, city):
    case = city.draft()
    text = SimpleUploadedFile("台账.txt", "停用 12 台".encode())
    writer.post(f"/proposals/{case.pk}/files/", {"file": text})
    row = Document.objects.get()
    assert "台账.txt" in writer.get(f"/proposals/{case.pk}/edit/").content.decode()
    writer.post(f"/proposals/{case.pk}/files/{row.pk}/remove/")
    row.refresh_from_db()
    assert row.removed_at


def test_nobody_else_attaches_or_takes_out(city, client):
    case = city.submitted()
    for who, status in (("member2", 404), ("clerk", 403)):
        client.force_login(city.account(who))
        answer = client.post(
            f"/proposals/{case.pk}/files/", {"file": SimpleUploadedFile("a.txt", b"x")}
        )
        assert answer.status_code == status
    assert not Document.objects.exists()


# --- inviting and signing -----------------------------------------------------------------------


def test_members_are_found_by_pinyin_initials_characters_and_strokes(writer, city):
    found = {
        q: [p["name"] for p in writer.get(f"/proposals/people/?{q}").json()["people"]]
        for q in ("q=su", "q=swh", "q=晚", "q=ouyang", "strokes=7", "q=zzz", "q=")
    }
    assert found["q=su"] == found["q=swh"] == found["q=晚"] == ["苏晚禾"]
    assert found["q=ouyang"] == ["欧阳䶮"]
    assert "苏晚禾" in found["strokes=7"]
    assert found["q=zzz"] == found["q="] == []


def test_the_search_gives_names_and_sectors_and_nothing_else(writer, city):
    people = writer.get("/proposals/people/?q=su").json()["people"]
    assert people == [{"id": city.people["member2"].pk, "name": "苏晚禾", "sector": "经济界"}]


@pytest.mark.parametrize(
    "who, status",
    [("member", 200), ("drafter", 200), ("clerk", 200), ("staff_housing", 403), ("admin", 403)],
)
def test_who_may_search_members(city, client, who, status):
    client.force_login(city.account(who))
    assert client.get("/proposals/people/?q=su").status_code == status


def test_the_search_never_leaves_the_committee(city, client):
    from shangliang.demo.small import build_small_city

    build_small_city("邻州市", prefix="lin-")
    client.force_login(city.account("member"))
    assert len(client.get("/proposals/people/?q=su").json()["people"]) == 1


def test_one_press_invites_and_the_invited_signs_on_their_page(writer, city):
    case = city.draft()
    url = f"/proposals/{case.pk}/invite/"
    writer.post(url, {"person": city.people["member2"].pk})
    assert "待会签" in writer.get(url).content.decode()
    answer = writer.post(url, {"person": city.people["member2"].pk})
    assert answer.status_code == 409
    writer.force_login(city.account("member2"))
    mine = writer.get("/proposals/mine/").content.decode()
    assert "林一舟邀您联名" in mine
    page = writer.get(f"/proposals/{case.pk}/sign/").content.decode()
    assert "装时没有约定维保由谁出钱" in page
    writer.post(f"/proposals/{case.pk}/sign/", {"do": "sign", "revision": fresh(case).revision})
    assert case.signatures.get(person=city.people["member2"]).state == "signed"
    assert "您已会签" in writer.get(f"/proposals/{case.pk}/sign/").content.decode()


def test_a_text_changed_under_the_signer_is_shown_again_before_signing(writer, city):
    case = city.draft()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    edit(city.seat("member"), case.pk, fields={"situation": "后来改的情况。"})
    writer.force_login(city.account("member2"))
    answer = writer.post(f"/proposals/{case.pk}/sign/", {"do": "sign", "revision": case.revision})
    assert answer.status_code == 409
    assert "后来改的情况。" in answer.content.decode()


def test_who_declined_is_led_home_and_reads_it_no_more(writer, city):
    case = city.draft()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    writer.force_login(city.account("member2"))
    answer = writer.post(f"/proposals/{case.pk}/sign/", {"do": "decline"})
    assert answer["Location"] == "/proposals/mine/"
    assert writer.get(f"/proposals/{case.pk}/sign/").status_code == 404


# --- rating -------------------------------------------------------------------------------------


def test_the_reply_is_read_ask_by_ask_and_rated_with_attitude_and_result_apart(writer, city):
    case = city.replied()
    url = f"/proposals/{case.pk}/rate/"
    page = writer.get(url).content.decode()
    assert "第1条已办。" in page
    assert "承办单位看不到谁怎么评" in page
    answer = writer.post(url, {"attitude": "satisfied", "result": "not", "text": "", "redo": ["2"]})
    assert answer.status_code == 422
    assert "请写一句哪里不满意" in answer.content.decode()
    writer.post(url, {"attitude": "satisfied", "result": "not", "text": "没有期限", "redo": ["2"]})
    row = Rating.objects.get()
    assert (row.attitude, row.result, row.redo) == ("satisfied", "not", [2])
    page = writer.get(url).content.decode()
    assert "谁看得到什么" in page
    assert "没有期限" in page


def test_rating_twice_is_refused_and_writes_one_row(writer, city):
    case = city.replied()
    data = {"attitude": "satisfied", "result": "satisfied"}
    writer.post(f"/proposals/{case.pk}/rate/", data)
    answer = writer.post(f"/proposals/{case.pk}/rate/", data)
    assert answer.status_code == 409
    assert Rating.objects.count() == 1


def test_the_service_is_rated_from_the_same_page(writer, city):
    case = city.replied()
    url = f"/proposals/{case.pk}/rate/"
    writer.post(url, {"attitude": "satisfied", "result": "satisfied"})
    writer.post(url, {"do": "service", "service-score": "4", "service-text": "很快"})
    assert case.service_ratings.get().score == 4
    assert "4 分" in writer.get(url).content.decode()


def test_somebody_who_did_not_sign_reads_but_does_not_rate(city, client):
    case = city.replied()
    client.force_login(city.account("member2"))
    page = client.get(f"/proposals/{case.pk}/rate/").content.decode()
    assert "送出评价" not in page
    client.post(f"/proposals/{case.pk}/rate/", {"attitude": "satisfied", "result": "satisfied"})
    assert not Rating.objects.exists()


def test_another_proposers_words_are_not_shown(city, client):
    case = city.draft()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    from shangliang.submissions.actions.sign import sign

    sign(city.seat("member2"), case.pk)
    replied = city.replied()
    client.force_login(city.account("member"))
    client.post(
        f"/proposals/{replied.pk}/rate/",
        {"attitude": "basically", "result": "basically", "text": "只有我自己知道的话"},
    )
    for who in ("member2", "staff_housing", "supervisor"):
        client.force_login(city.account(who))
        answer = client.get(f"/proposals/{replied.pk}/rate/")
        assert "只有我自己知道的话" not in answer.content.decode()


# --- mine, sizes and budgets --------------------------------------------------------------------


def test_the_day_beside_a_proposal_is_that_of_what_it_waits_for(writer, city):
    case = city.submitted()
    invite(city.seat("member"), case.pk, people=[city.people["member2"].pk])
    due = {clock.kind: clock.due_on for clock in Clock.objects.filter(case_id=case.pk)}
    assert due["cosign"] < due["review"]
    page = writer.get("/proposals/mine/").content.decode()
    assert f"等提案委审查，{due['review']:%-m 月 %-d 日}前" in page


def test_my_proposals_show_what_waits_drafts_and_the_next_step(writer, city):
    city.draft(title="关于还没写完的提案")
    city.submitted(title="关于在等审查的提案")
    city.replied()
    page = writer.get("/proposals/mine/").content.decode()
    for words in ("关于还没写完的提案", "等提案委审查", "逐条看答复", "请您逐条看、逐条评"):
        assert words in page


def test_my_list_is_narrowed_by_its_address(writer, city):
    city.submitted(title="关于在等审查的提案")
    assert "在等审查" in writer.get("/proposals/mine/?tab=going").content.decode()
    assert "在等审查" not in writer.get("/proposals/mine/?tab=done").content.decode()


def test_an_empty_list_teaches(city, client):
    client.force_login(city.account("member5"))
    page = client.get("/proposals/mine/").content.decode()
    assert "还没有提交过提案" in page


@pytest.mark.parametrize("who", ["staff_housing", "supervisor", "leader", "admin"])
def test_who_does_not_write_is_told_in_words(city, client, who):
    client.force_login(city.account(who))
    assert client.get("/proposals/mine/").status_code == 403
    assert client.get("/proposals/new/").status_code == 403


def test_a_visitor_is_led_to_sign_in_and_back(client, city):
    case = city.draft()
    answer = client.get(f"/proposals/{case.pk}/edit/")
    assert answer.status_code == 302
    assert f"next=%2Fproposals%2F{case.pk}%2Fedit%2F" in answer["Location"]


@pytest.fixture
def busy(city):
    """Many of everything, so that a query a row would show."""
    cases = [city.submitted(title=f"关于第{n}条背街小巷照明的提案") for n in range(6)]
    city.replied()
    for n in range(6):
        case = city.draft("member2", title=f"关于第{n}个村助餐点的提案", asks=3)
        invite(city.seat("member2"), case.pk, people=[city.people["member"].pk])
    drafts = [city.draft(title=f"关于第{n}个小区加装电梯管养的提案", asks=6) for n in range(3)]
    people = [city.people[w].pk for w in ("member2", "member3", "member4")]
    invite(city.seat("member"), drafts[0].pk, people=people)
    return {"draft": drafts[0], "sent": cases[0]}


def test_pages_keep_their_query_budgets_and_stay_small_on_a_phone(
    writer, city, busy, django_assert_max_num_queries
):
    asked = Submission.objects.filter(author=city.people["member2"]).first()
    replied = Submission.objects.get(state="replied")
    for url, budget in (
        ("/proposals/mine/", LIST),
        ("/proposals/new/", EDIT),
        (f"/proposals/{busy['draft'].pk}/edit/", EDIT),
        (f"/proposals/{busy['draft'].pk}/invite/", LIST),
        (f"/proposals/{busy['sent'].pk}/sent/", EDIT),
        (f"/proposals/{asked.pk}/sign/", EDIT),
        (f"/proposals/{replied.pk}/rate/", EDIT),
    ):
        writer.get(url)
        cache.clear()  # the dearest visit counts; the office calendar is every page's own
        calendar_of(city.committee.pk)
        with django_assert_max_num_queries(budget):
            answer = writer.get(url)
        assert answer.status_code == 200, url
        assert len(answer.content) <= PHONE_BYTES, (url, len(answer.content))


def test_the_writing_page_stays_small_with_many_units_and_asks(writer, city):
    from shangliang.actors.models import Actor

    for n in range(160):
        Actor.objects.create(
            pk=100_000 + n,  # as long as ids are after some years
            committee=city.committee,
            kind="unit",
            name=f"澄州市第{n}号工作局",
            short=f"市{n}局",
        )
    case = city.draft(asks=10)
    answer = writer.get(f"/proposals/{case.pk}/edit/")
    assert len(answer.content) <= PHONE_BYTES


def test_autosave_costs_few_queries(writer, city, django_assert_max_num_queries):
    case = city.draft(asks=5)
    rows = [(r.text, str(r.addressee_id or "")) for r in case.recommendations.all()]
    save(writer, case, sheet(case, asks=rows))
    with django_assert_max_num_queries(34):
        assert save(writer, case, sheet(fresh(case), asks=rows, title="改了")).status_code == 200


def test_the_json_of_autosave_is_json_whatever_happens(writer, city):
    case = city.draft()
    answer = save(writer, case, {})
    assert answer.status_code == 422
    json.loads(answer.content)
